package org.passerelle.protect.safeguards.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.outbox.Deliveries;
import org.passerelle.pages.FormsFilledIn;
import org.passerelle.protect.sharing.referral.StoredCopies;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.RowsAbout;

/**
 * The search for leaks: fills in every form about a person with a distinct word in every field,
 * then reads every row of every table as it is in the database. No word occurs in clear, and after
 * the erasure nothing refers to the person or can be decrypted.
 */
@OnBothDatabases
@Tag("long")
class LeaksTest {
  private static final Pattern ABOUT_A_PERSON =
      Pattern.compile("/protect/(cases|referrals|screenings)/.*|/understand/grids/.*");
  private static final Pattern ENDS_SOMETHING =
      Pattern.compile(
          "/(sign-out|kept|closing|close|reopen|remove|withdraw|revoke|end|back|hand-over|copy|paper|language|views|bulk|export|erase)\\b");

  /** Minimum that the forms about a person fill in. */
  private static final List<String> FILLED =
      List.of(
          "audit_entry",
          "case_decision",
          "case_event",
          "case_file",
          "case_file_content",
          "case_member",
          "case_note",
          "case_role",
          "case_task",
          "consent",
          "disclosure",
          "episode",
          "kept_form",
          "outbox_message",
          "person",
          "person_relation",
          "person_word",
          "protect_case",
          "referral",
          "submission");

  @Parameter House house;

  @Test
  void noWordLiesInClearAndNothingStaysAfterTheErasure() {
    Member member = Member.of(house, Role.CASE_MANAGER, Role.FIRST_RESPONDER, Role.SUPERVISOR);
    SignedIn who = Staff.signedIn(member.user());
    // somebody to refer to
    Staff.organisation(house);
    StoredCopies copies = new StoredCopies(house);
    String word = "Zq" + house.get(Identifiers.class).next().toString().substring(24) + "v";
    FormsFilledIn forms =
        new FormsFilledIn(house, member.browser(), word, ABOUT_A_PERSON, ENDS_SOMETHING)
            .from("/protect/cases/new");
    house.get(Deliveries.class).deliverDue();
    List<UUID> persons =
        house
            .db()
            .sql("select person from protect_case where organisation = :organisation")
            .param("organisation", who.organisation())
            .query(UUID.class)
            .list();
    Set<UUID> identifiers = new HashSet<>();
    Set<String> holding = new TreeSet<>();
    for (UUID person : persons) {
      var whose = house.get(ErasedFiles.class).alone(person, who.organisation());
      identifiers.addAll(house.get(RowsAbout.class).identifiers(whose));
      house.get(RowsAbout.class).of(whose).forEach(held -> holding.add(held.table()));
    }
    assertThat(forms.taken()).as("words that forms took").hasSizeGreaterThan(28);
    assertThat(holding).as("filled in but for %s", forms.refused()).containsAll(FILLED);
    assertThat(new InClear(house).columns(word)).isEmpty();
    for (UUID person : persons) {
      house
          .get(Erasures.class)
          .erase(
              person,
              who.organisation(),
              "asked_by_person",
              who.user(),
              house.colleague(who.organisation(), Role.SUPERVISOR));
    }
    house.get(Deliveries.class).deliverDue();
    // the rows of the other side are deleted in its next run
    house.runSchedules();
    assertThat(new RowsThatName(house).of(identifiers)).isEmpty();
    assertThat(new InClear(house).columns(word)).isEmpty();
    assertThat(copies.of(word, who.organisation())).isEmpty();
  }
}
