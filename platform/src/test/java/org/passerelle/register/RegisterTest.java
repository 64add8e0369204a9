package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries, their revisions, and what a change must not lose. */
@OnBothDatabases
class RegisterTest {
  private static final Kind EVENT = Kinds.shipped().find("event").orElseThrow();
  @Parameter House house;

  @Test
  void aNewHouseKnowsItsCountriesAndAgreements() {
    Facts facts = house.get(Register.class).facts();
    assertThat(facts.all("country")).hasSize(19);
    assertThat(facts.find("agreement", "gr-al-2006")).isPresent();
  }

  @Test
  void everyChangeIsARevision() {
    Register register = house.get(Register.class);
    SignedIn who = who();
    String id = "workshop-" + who.user();
    register.save(who, EVENT, id, 0, title("Script workshop"), "");
    register.save(who, EVENT, id, 1, title("Script workshop in Paris"), "the place is known");
    assertThat(register.facts().find("event", id).orElseThrow().revision()).isEqualTo(2);
    List<Register.Revision> revisions = register.revisions(EVENT, id);
    assertThat(revisions).extracting(r -> r.entry().revision()).containsExactly(2, 1);
    assertThat(revisions.get(0).reason()).isEqualTo("the place is known");
    assertThat(revisions.get(0).byName()).isEqualTo(who.name());
  }

  @Test
  void whoChangesAnOldRevisionIsToldAndNothingIsLost() {
    Register register = house.get(Register.class);
    SignedIn who = who();
    String id = "meeting-" + who.user();
    register.save(who, EVENT, id, 0, title("Meeting"), "");
    register.save(who, EVENT, id, 1, title("Meeting in Sofia"), "");
    assertThatThrownBy(() -> register.save(who, EVENT, id, 1, title("Lost"), ""))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThatThrownBy(() -> register.save(who, EVENT, id, 0, title("Twice"), ""))
        .isInstanceOf(Refused.class);
    assertThat(register.facts().find("event", id).orElseThrow().name().byLanguage())
        .containsEntry("en", "Meeting in Sofia");
  }

  @Test
  void whatOthersNameCannotBeTakenOut() {
    Register register = house.get(Register.class);
    Entry agreement = register.facts().find("country", "GR").orElseThrow();
    assertThatThrownBy(() -> register.retire(who(), agreement, agreement.revision(), "gone"))
        .isInstanceOf(Refused.class);
    SignedIn who = who();
    String id = "cancelled-" + who.user();
    Entry alone = register.save(who, EVENT, id, 0, title("Cancelled"), "");
    register.retire(who, alone, 1, "never held");
    assertThat(register.facts().find("event", id)).isEmpty();
    assertThat(register.revisions(EVENT, id).get(0).retired()).isTrue();
  }

  /** Its readers would see the reference instead of the fact. */
  @Test
  void whatATextOfALetterCitesCannotBeTakenOut() {
    Register register = house.get(Register.class);
    SignedIn who = who();
    String id = "cited-" + who.user();
    Entry cited = register.save(who, EVENT, id, 0, title("Cited"), "");
    Kind block = Kinds.shipped().find("letter-block").orElseThrow();
    String text = "We met at [" + cited.reference() + "].";
    Map<String, Object> content = new LinkedHashMap<>(title("Editorial"));
    content.put("text", Map.of("en", "We met.", "fr", "Nous y étions.", "sr", text));
    Entry citing = register.save(who, block, id, 0, content, "");
    assertThatThrownBy(() -> register.retire(who, cited, 1, "never held"))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.key()).isEqualTo("letters.refused.cited"));
    assertThat(
            Member.of(house, Role.PROGRAMME_MANAGER)
                .browser()
                .get("/steer/register/event/" + id)
                .body())
        .contains("Cited in letters", citing.href());
    register.retire(who, citing, 1, "");
    register.retire(who, cited, 1, "never held");
    assertThat(register.facts().find("event", id)).isEmpty();
  }

  @Test
  void aChangeThatIsRolledBackWasNeverThere() {
    Register register = house.get(Register.class);
    SignedIn who = who();
    String id = "undone-" + who.user();
    register.facts();
    new TransactionTemplate(house.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              register.save(who, EVENT, id, 0, title("Undone"), "");
              assertThat(register.facts().find("event", id)).isPresent();
              status.setRollbackOnly();
            });
    assertThat(register.facts().find("event", id)).isEmpty();
  }

  @Test
  void aTransactionReadsTheRegisterOnlyAfterAChangeOfItsOwn() {
    Register register = house.get(Register.class);
    SignedIn who = who();
    String id = "once-" + who.user();
    Facts before = register.facts();
    new TransactionTemplate(house.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              assertThat(register.facts()).as("nothing of its own yet").isSameAs(before);
              register.save(who, EVENT, id, 0, title("Once"), "");
              Facts own = register.facts();
              assertThat(own.find("event", id)).isPresent();
              assertThat(register.facts()).as("read once").isSameAs(own);
              register.save(who, EVENT, id, 1, title("Once more"), "");
              assertThat(register.facts().find("event", id).orElseThrow().revision()).isEqualTo(2);
            });
    assertThat(register.facts().find("event", id).orElseThrow().revision()).isEqualTo(2);
  }

  @Test
  void commandsReadTheSameFactsOverAPlainConnection() throws SQLException {
    Register register = house.get(Register.class);
    SignedIn who = who();
    register.save(who, EVENT, "plain-" + who.user(), 0, title("Округли сто"), "");
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      Facts read = StoredFacts.read(connection);
      assertThat(read.size()).isEqualTo(register.facts().size());
      assertThat(read.everything())
          .extracting(Entry::content)
          .isEqualTo(register.facts().everything().stream().map(Entry::content).toList());
    }
  }

  private SignedIn who() {
    return house.somebody(Role.PROGRAMME_MANAGER);
  }

  private static Map<String, Object> title(String title) {
    return Map.of("title", Map.of("en", title));
  }
}
