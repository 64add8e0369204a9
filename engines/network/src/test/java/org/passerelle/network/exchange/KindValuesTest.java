package org.passerelle.network.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;

/** Words of other people's files for kinds of actors are guessed, and mapped as somebody says. */
class KindValuesTest {
  @ParameterizedTest
  @CsvSource({
    "recruiter, PERSON",
    "Recruteuse, PERSON",
    "врбовалац, PERSON",
    "osumnjičeni, PERSON",
    "driver of a car, PERSON",
    "mobile phone, PHONE",
    "N° de téléphone, PHONE",
    "телефон, PHONE",
    "compte bancaire, BANK_ACCOUNT",
    "bankovni račun, BANK_ACCOUNT",
    "Facebook profile, ACCOUNT",
    "véhicule, VEHICLE",
    "возило, VEHICLE",
    "Hotel, ADDRESS",
    "bank-account, BANK_ACCOUNT",
    "société, ORGANISATION",
    "clan, FAMILY",
    "oglas, ADVERTISEMENT"
  })
  void aWordIsGuessedInTheLanguagesOfTheRegion(String word, ActorKind kind) {
    assertThat(KindWords.guess(word)).contains(kind);
  }

  @Test
  void whatIsUnknownIsAPersonOnlyInAColumnOfRoles() throws IOException {
    assertThat(KindWords.guess("zzz")).isEmpty();
    assertThat(values("id,type\na,zzz\nb,recruiter\n").guesses())
        .containsEntry("zzz", ActorKind.OTHER);
    assertThat(values("id,role\na,zzz\nb,recruiter\n").guesses())
        .containsEntry("zzz", ActorKind.PERSON);
  }

  @Test
  void aRecruiterArrivesAsAPersonWithThatRole() throws IOException {
    CaseNetwork read = read("a,b\nb,c\n", "id,kind\na,recruiter\nb,mobile\nc,person\n");
    assertThat(read.actors()).extracting(Actor::kind).containsOnly(ActorKind.OTHER);
    KindValues values = KindValues.of(read).orElseThrow();
    assertThat(values.column()).isEqualTo("kind");
    CaseNetwork mapped = values.mapped(read, values.guesses());
    assertThat(mapped.actors())
        .extracting(Actor::kind)
        .containsExactly(ActorKind.PERSON, ActorKind.PHONE, ActorKind.PERSON);
    assertThat(mapped.actors().get(0).attributes()).isEqualTo(Map.of("role", List.of("recruiter")));
    assertThat(mapped.actors().get(1).attributes()).isEqualTo(Map.of("kind", List.of("mobile")));
    assertThat(mapped.ties()).isEqualTo(read.ties());
  }

  @Test
  void whereAFileSaysNothingNumbersAreTelephones() throws IOException {
    assertThat(KindValues.of(read("+381 60 555010,+381 60 555011\n", null)).orElseThrow().guesses())
        .containsExactly(Map.entry("", ActorKind.PHONE));
    assertThat(KindValues.of(read("1,2\n2,3\n", null)).orElseThrow().guesses())
        .containsExactly(Map.entry("", ActorKind.OTHER));
    assertThat(KindValues.of(read("a,b\n", "id,kind\na,person\nb,phone\n"))).isEmpty();
  }

  private static KindValues values(String actors) throws IOException {
    return KindValues.of(read("a,b\n", actors)).orElseThrow();
  }

  private static CaseNetwork read(String ties, @Nullable String actors) throws IOException {
    return NetworkFile.read(
            Source.of("ties.csv", ties.getBytes(StandardCharsets.UTF_8)),
            new ReadOptions(
                actors == null
                    ? null
                    : Source.of("actors.csv", actors.getBytes(StandardCharsets.UTF_8)),
                Mapping.usual(),
                false,
                false))
        .network();
  }
}
