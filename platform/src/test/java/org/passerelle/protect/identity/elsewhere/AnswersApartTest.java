package org.passerelle.protect.identity.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.OnBothDatabases;

/** What cannot be sent to one partner keeps no other from its answer. */
@OnBothDatabases
@Tag("slow")
class AnswersApartTest {
  @Parameter House house;
  private SignedIn asked;

  @BeforeEach
  void theHourOfTheAnswers() {
    asked = house.colleague(Staff.organisation(house).id(), Role.FOCAL_POINT);
    OffsetDateTime now = now();
    house
        .clock()
        .pass(
            Duration.between(
                now, now.toLocalDate().plusDays(1).atTime(15, 30).atOffset(ZoneOffset.UTC)));
  }

  @Test
  void anAnswerThatCannotBeReadHoldsUpNoOtherPartner() {
    UUID unreadable = question();
    UUID answered = question();
    UUID hit = broken(unreadable);
    try {
      house.get(Answers.class).send();
    } finally {
      house.db().sql("delete from known_hit where id = :id").param("id", hit).update();
    }
    assertThat(state(answered)).isEqualTo("closed");
    assertThat(state(unreadable)).isEqualTo("open");
    house.get(Answers.class).send();
    assertThat(state(unreadable)).as("tried again").isEqualTo("closed");
  }

  /** A question of a partner of its own whose days are over. */
  private UUID question() {
    UUID id = house.get(Identifiers.class).next();
    house
        .db()
        .sql(
            """
            insert into known_asked (id, organisation, asker, purpose, basis, arrived_at, none_on, state)
            values (:id, :organisation, :asker, 'matching', 'law', :now, :today, 'open')
            """)
        .param("id", id)
        .param("organisation", asked.organisation())
        .param("asker", Staff.organisation(house).id())
        .param("now", now().minusDays(3))
        .param("today", now().toLocalDate())
        .update();
    return id;
  }

  /** A released answer whose contact nobody can open. */
  private UUID broken(UUID question) {
    UUID id = house.get(Identifiers.class).next();
    house
        .db()
        .sql(
            """
            insert into known_hit
              (id, question, organisation, asker, case_id, kinds, found_at, band, contact, decided_at, decided_by)
            select :id, q.id, q.organisation, q.asker, :case, 'name', :then, 'likely', :contact, :then, :by
              from known_asked q where q.id = :question
            """)
        .param("id", id)
        .param("question", question)
        .param("case", new KnownScenes(house).adult("Ana Petrović", asked))
        .param("then", now().minusDays(1))
        .param("contact", new byte[] {1})
        .param("by", asked.user())
        .update();
    return id;
  }

  private String state(UUID question) {
    return house
        .db()
        .sql("select state from known_asked where id = :id")
        .param("id", question)
        .query(String.class)
        .single();
  }

  private OffsetDateTime now() {
    return house.clock().instant().atOffset(ZoneOffset.UTC);
  }
}
