package org.linli.cli.fault;

import java.net.URI;
import java.util.Collection;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.cli.Personas;
import org.linli.cli.Workplace;
import org.linli.cli.story.DemoDistrict;
import org.linli.cli.story.Papers;

/** The people of a run and the book of what they did: the officials of the demo district, and whoever joins. */
final class Neighbourhood {
    private final Workplace workplace;
    private final Tally tally;
    private final URI gateway;
    private final Personas personas;
    /** In the names of whoever joins: a sign-in that outlives the run has never seen them. */
    private final String run;

    private final Random random;
    private final Set<String> documents = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Person> volunteers = new ConcurrentLinkedQueue<>();
    private final Queue<Person> residents = new ConcurrentLinkedQueue<>();
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private final Queue<SignUp> signUps = new ConcurrentLinkedQueue<>();
    private final Queue<Redemption> redemptions = new ConcurrentLinkedQueue<>();

    private final String stationId;
    private final String teamId;
    private final Person station;
    private final Person leader;
    private final Person district;
    private final Person operator;
    private final Market market;

    Neighbourhood(Workplace workplace, Tally tally, long seed) {
        this.workplace = workplace;
        this.tally = tally;
        this.run = "fault-" + seed;
        this.random = new Random(seed);
        this.gateway = URI.create(workplace.gatewayUrl());
        this.personas = workplace.personas();
        DemoDistrict demo = new DemoDistrict(workplace);
        this.stationId = demo.station();
        this.teamId = demo.team();
        this.station = official("station");
        this.leader = official("leader");
        this.district = official("district");
        this.operator = official("operator");
        this.market = Market.open(station, name -> new Person(name, client(name), ""));
    }

    private Person official(String persona) {
        return new Person(persona, client(Personas.subject(persona)), "");
    }

    private PatientClient client(String subject) {
        return new PatientClient(gateway, () -> personas.tokenForSubject(subject), tally);
    }

    /** Somebody registers, is verified and joins the team. */
    Person volunteer() {
        String subject = run + "-volunteer-" + number.incrementAndGet();
        PatientClient self = client(subject);
        String id = DemoDistrict.join(self, station.api(), papers(1960, 1999), teamId);
        Person joined = new Person(subject, self, id);
        volunteers.add(joined);
        return joined;
    }

    /** The station enrols somebody, who then signs in. */
    Person resident() {
        String subject = run + "-resident-" + number.incrementAndGet();
        PatientClient self = client(subject);
        String id = DemoDistrict.enrol(station.api(), self, papers(1936, 1950), stationId);
        Person enrolled = new Person(subject, self, id);
        residents.add(enrolled);
        return enrolled;
    }

    /** Papers that nobody else in the run has. */
    private synchronized Papers papers(int earliest, int latest) {
        Papers papers = Papers.of(random, earliest, latest);
        while (!documents.add(papers.documentNumber()) | !documents.add(papers.phone())) {
            papers = Papers.of(random, earliest, latest);
        }
        return papers;
    }

    /** Writes an order into the book, before anything of it is sent. */
    Order order(Person resident, Person volunteer) {
        Order order = new Order(resident, volunteer);
        orders.add(order);
        return order;
    }

    /** Counts a session that was scheduled. */
    void sessionHeld() {
        sessions.incrementAndGet();
    }

    /** Writes a sign-up into the book. */
    SignUp signUp(SignUp signUp) {
        signUps.add(signUp);
        return signUp;
    }

    /** Writes points that were set aside into the book. */
    Redemption redemption(Redemption redemption) {
        redemptions.add(redemption);
        return redemption;
    }

    Workplace workplace() {
        return workplace;
    }

    Person station() {
        return station;
    }

    Person leader() {
        return leader;
    }

    Person district() {
        return district;
    }

    Person operator() {
        return operator;
    }

    Market market() {
        return market;
    }

    String team() {
        return teamId;
    }

    Collection<Person> volunteers() {
        return volunteers;
    }

    Collection<Person> residents() {
        return residents;
    }

    Collection<Order> orders() {
        return orders;
    }

    int sessions() {
        return sessions.get();
    }

    Collection<SignUp> signUps() {
        return signUps;
    }

    Collection<Redemption> redemptions() {
        return redemptions;
    }
}
