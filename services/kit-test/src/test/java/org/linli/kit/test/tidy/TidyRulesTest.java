package org.linli.kit.test.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Each habit is noticed when it is broken")
class TidyRulesTest {

    @TempDir
    Path root;

    @Test
    void whatIsTidyIsLeftAlone() throws IOException {
        assertThat(violationsOf("class Quiet { int one() { return 1; } }")).isEmpty();
    }

    @Test
    void aLongLineIsNoticed() throws IOException {
        assertThat(violationsOf("class A {} //" + " ".repeat(120))).containsExactly("line of 133 columns");
    }

    @Test
    void aLongMethodIsNoticed() throws IOException {
        assertThat(violationsOf("class A { void a() {" + "\n".repeat(40) + "} }"))
                .containsExactly("method a of 41 lines");
    }

    @Test
    void aLongFileIsNoticed() throws IOException {
        assertThat(violationsOf("class A {" + "\n".repeat(400) + "}")).containsExactly("file of 401 lines");
    }

    @Test
    void bannedCallsAreNoticed() throws IOException {
        assertThat(violationsOf("class A { void a() throws Exception { Thread.sleep(1); } }"))
                .containsExactly("Thread.sleep");
        assertThat(violationsOf("class A { void a(Uni<A> uni) { uni.await().indefinitely(); } }"))
                .containsExactly(".await()");
        assertThat(violationsOf("class A { void a(Uni<A> uni) { uni.subscribe().with(x -> {}); } }"))
                .containsExactly(".subscribe(");
        assertThat(violationsOf("class A { void a(Emitter e) { e.sendAndForget(1); } }"))
                .containsExactly(".sendAndForget(");
        assertThat(violationsOf("class A { void a() { System.out.println(); } }"))
                .containsExactly("System.out");
    }

    @Test
    void leftoversAndSecretsAreNoticed() throws IOException {
        assertThat(violationsOf("class A {} // TO" + "DO later")).containsExactly("a leftover mark");
        assertThat(violationsOf("class A { String password = \"correct-horse-" + "battery\"; }"))
                .containsExactly("something that looks like a secret");
    }

    @Test
    void annotationsAreNoticed() throws IOException {
        assertThat(violationsOf("class A { @SuppressWarnings(\"x\") int a; }"))
                .containsExactly("@SuppressWarnings without a reason");
        assertThat(violationsOf("class A { @SuppressWarnings(\"x\") int a; } // the library has no generics"))
                .isEmpty();
        assertThat(violationsOf("class A { @Transactional void a() {} }")).containsExactly("@Transactional");
    }

    @Test
    void aDefaultOverAClosedTypeIsNoticed() throws IOException {
        String sealed = "class A { sealed interface S { record B() implements S {} record C() implements S {} }\n";
        assertThat(violationsOf(sealed + "int a(S s) { return switch (s) { case S.B b -> 1; default -> 2; }; } }"))
                .containsExactly("default over S, which is closed");
        assertThat(violationsOf(sealed + "int a(Object o) { switch (o) { case String b -> {} default -> {} } } }"))
                .isEmpty();
        assertThat(violationsOf("class A { enum E { X, Y } void a(E e) { switch (e) { case X: default: } } }"))
                .containsExactly("default over E, which is closed");
        assertThat(violationsOf("class A { int a(int e) { return switch (e) { case 1 -> 1; default -> 2; }; } }"))
                .isEmpty();
    }

    @Test
    void aNameThatIsNotEnglishIsNoticed() throws IOException {
        assertThat(violationsOf("class A { int \u79ef\u5206; }")).containsExactly("the name \u79ef\u5206");
    }

    @Test
    void aMockIsNoticed() throws IOException {
        assertThat(violationsOf("import org.mockito.Mockito; class A {}")).containsExactly("a mock");
    }

    private List<String> violationsOf(String text) throws IOException {
        Path file = Files.writeString(root.resolve("A.java"), text);
        List<SourceFile> files = Sources.parse(root, List.of(file));
        ClosedTypes closed = ClosedTypes.of(files);
        return files.stream()
                .flatMap(source ->
                        Stream.concat(LineRules.check(source).stream(), TreeRules.check(source, closed).stream()))
                .map(Violation::what)
                .toList();
    }
}
