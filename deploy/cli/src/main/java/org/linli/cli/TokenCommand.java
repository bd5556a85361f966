package org.linli.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./linli token}: the token alone on standard output, so that it can stand in a curl command. */
@Command(
        name = "token",
        description = "Prints a bearer token, valid for one hour, for somebody of the demo.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:there is no such persona", "3:Linli is not running"})
final class TokenCommand implements Callable<Integer> {
    @Mixin
    private AtGateway at;

    @ArgGroup(multiplicity = "1")
    private Who who;

    private static final class Who {
        @Parameters(
                paramLabel = "PERSONA",
                description = "operator, district, station, leader, volunteer-1 … volunteer-9, resident")
        private String persona;

        @Option(names = "--subject", description = "Anybody else, by the subject at the local sign-in.")
        private String subject;
    }

    @Override
    public Integer call() {
        String subject = who.subject != null ? who.subject : Personas.subject(who.persona);
        System.out.println(at.workplace().personas().tokenForSubject(subject));
        return 0;
    }
}
