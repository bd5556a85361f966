package org.linli.kit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The keys of personal fields")
class FieldKeysTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @DisplayName("are read once more when another replica made one while they were read")
    void aKeyMadeWhileTheyAreReadIsSeen(int reading) throws Exception {
        KeyFiles files = new KeyFiles(Optional.of(folder), true);
        FieldKeys elsewhere = new FieldKeys(files);
        elsewhere.all();
        FieldKeys here = new FieldKeys(new KeyFiles(Optional.of(folder), true) {
            private int read;

            @Override
            public String text(String name, Supplier<String> make) {
                String text = super.text(name, make);
                read++;
                if (read == reading) {
                    elsewhere.add();
                }
                return text;
            }
        });

        here.all();
        here.readAgain();

        assertThat(here.all()).isEqualTo(elsewhere.all()).hasSize(2);
    }

    @Test
    @DisplayName("are read once more when the time of their file is the same, as a file system counts it in steps")
    void aKeyMadeInTheSameStepOfTimeIsSeen() throws Exception {
        Path file = folder.resolve("fields.keyset.json");
        FieldKeys here = new FieldKeys(new KeyFiles(Optional.of(folder), true));
        here.all();
        FileTime before = Files.getLastModifiedTime(file);
        new FieldKeys(new KeyFiles(Optional.of(folder), true)).add();
        Files.setLastModifiedTime(file, before);

        boolean changed = here.readAgain();

        assertThat(changed).isTrue();
        assertThat(here.all()).hasSize(2);
    }
}
