package org.passerelle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred manipulated case files: all are detected and correctly classified. */
class MutationsTest {
  private static final int MANY = 200;
  private static final long SEED = 20260302;

  @TempDir Path folder;

  @Test
  void eachKindIsFoundAndNamed() throws IOException {
    found(Mutations.values().length, SEED);
  }

  @Test
  @Tag("long")
  void allOfTwoHundredAreFoundAndNamed() throws IOException {
    found(MANY, SEED + 1);
  }

  private void found(int many, long seed) throws IOException {
    Path sound = Cases.write(folder, Cases.of(Version.PROSECUTION));
    Path other = Cases.write(Files.createDirectory(folder.resolve("other")), Cases.another());
    Random random = new Random(seed);
    int found = 0;
    for (int i = 0; i < many; i++) {
      Mutations mutation = Mutations.turn(i);
      Path file = folder.resolve("mutated.asice");
      Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
      mutation.apply(new Hand(file, other, random));
      List<Departure> departures = verify(file).departures();
      assertThat(departures).as("%s, the %dth", mutation, i).isNotEmpty();
      if (mutation.kind() != null) {
        assertThat(kinds(departures))
            .as("%s, the %dth: %s", mutation, i, departures)
            .contains(mutation.kind());
      }
      found++;
    }
    assertThat(found).isEqualTo(many);
  }

  private static Verdict verify(Path file) throws IOException {
    return new CaseFileVerifier(
            Set.of(Cases.PROSECUTION.certificate(), Hand.EXPIRED.certificate()), Cases.LATER)
        .verify(file);
  }

  private static Set<Departure.Kind> kinds(List<Departure> departures) {
    return departures.stream().map(Departure::kind).collect(Collectors.toSet());
  }
}
