package org.passerelle.understand.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.identity.find.SightingScope;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.EndedWork;
import org.passerelle.work.Work;
import org.passerelle.work.WorkState;

/** A study counts who was seen by whom, shows nobody a record, and can be repeated. */
@OnBothDatabases
@Tag("long")
class StudiesTest {
  @Parameter House house;
  private UUID organisation = new UUID(0, 0);
  private SignedIn analyst;

  @BeforeEach
  void analyst() {
    organisation = Staff.organisation(house).id();
    analyst = Staff.signedIn(Staff.user(house, organisation, Role.ANALYST).user());
  }

  @Test
  void peopleSeenUnderTwoSpellingsAreCountedOnce() {
    SeenPeople people = new SeenPeople(house, 1991);
    long[] truth = people.see(144, 0.45, 7);
    long before = lines("identity.read");
    StoredStudy study = finished(wish(1991));
    StudyResult result = Objects.requireNonNull(study.outcome()).result();
    assertThat(result.lists()).isEqualTo(SeenPeople.TYPES.stream().sorted().toList());
    assertThat(sum(result.counts())).isCloseTo(sum(truth), within(5L));
    for (int cell = 1; cell < truth.length; cell++) {
      assertThat(result.counts()[cell]).as("cell " + cell).isCloseTo(truth[cell], within(4L));
    }
    assertThat(result.organisations()).isEqualTo(4);
    assertThat(result.linkage().precision()).isGreaterThan(0.9);
    assertThat(result.estimates()).hasSize(7);
    assertThat(
            result.estimates().stream()
                .filter(e -> e.method().equals("loglinear"))
                .findFirst()
                .orElseThrow()
                .estimate())
        .isCloseTo(144.0, within(15.0));
    // nobody looked; each organisation reads that its files took part
    assertThat(lines("identity.read")).isEqualTo(before);
    for (SignedIn keeper : people.keepers()) {
      assertThat(told("identities.encoded", study.id(), keeper.organisation())).isEqualTo(1);
    }
    assertThat(told("study.asked", study.id(), organisation)).isEqualTo(1);
    assertThat(told("study.done", study.id(), organisation)).isEqualTo(1);
    isSealedAndHoldsNoName(study);
  }

  @Test
  void aStudyIsRepeatedToTheLastDigitAlthoughTheCasesHaveChanged() {
    SeenPeople people = new SeenPeople(house, 1992);
    people.see(120, 0.45, 8);
    StoredStudy study = finished(wish(1992));
    people.see(60, 0.5, 9);
    UUID work = house.get(Studies.class).repeat(study.id(), analyst);
    assertThat(ended(work).state()).isEqualTo(WorkState.DONE);
    StoredStudy again = house.get(Studies.class).find(study.id(), analyst);
    assertThat(again.repeats())
        .singleElement()
        .satisfies(repeat -> assertThat(repeat.same()).isTrue());
    assertThat(told("study.repeated", study.id(), organisation)).isEqualTo(1);
    // another seed is another study
    house
        .db()
        .sql("update estimation_study set seed = seed + 1 where id = :id")
        .param("id", study.id())
        .update();
    ended(house.get(Studies.class).repeat(study.id(), analyst));
    assertThat(house.get(Studies.class).find(study.id(), analyst).repeats())
        .anySatisfy(repeat -> assertThat(repeat.same()).isFalse());
  }

  @Test
  void itIsSignedOnceAndThenReadByThoseWhoSteer() {
    new SeenPeople(house, 1993).see(100, 0.45, 10);
    StoredStudy study = finished(wish(1993));
    Studies studies = house.get(Studies.class);
    SignedIn member = house.colleague(organisation, Role.STEERING_MEMBER);
    assertThatThrownBy(() -> studies.find(study.id(), member)).isInstanceOf(NotFound.class);
    assertThat(studies.newest(member)).isEmpty();
    Signature signature = signature(Objects.requireNonNull(study.outcome()).digest());
    assertThatThrownBy(() -> studies.sign(study.id(), signature("other"), analyst))
        .isInstanceOf(Refused.class);
    studies.sign(study.id(), signature, analyst);
    assertThat(studies.find(study.id(), member).signed())
        .satisfies(
            signed -> assertThat(Objects.requireNonNull(signed).signature()).isEqualTo(signature));
    assertThatThrownBy(() -> studies.sign(study.id(), signature, analyst))
        .isInstanceOf(Refused.class);
    assertThat(told("study.signed", study.id(), organisation)).isEqualTo(1);
    SignedIn elsewhere = house.somebody(Role.ANALYST);
    assertThatThrownBy(() -> studies.find(study.id(), elsewhere)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatRestsOnAHandfulIsRefused() {
    new SeenPeople(house, 1994).see(25, 0.04, 11);
    assertThat(ended(house.get(Studies.class).ask(wish(1994), analyst)))
        .satisfies(
            work -> {
              assertThat(work.state()).isEqualTo(WorkState.FAILED);
              assertThat(work.problem()).startsWith("estimation.refused.");
            });
    assertThat(ended(house.get(Studies.class).ask(wish(1901), analyst)).problem())
        .isEqualTo("estimation.refused.none");
    assertThat(house.get(Studies.class).newest(analyst))
        .allSatisfy(study -> assertThat(study.outcome()).isNull());
  }

  @Test
  void theSmallestListsAreMergedAndTheStudySaysWhich() {
    new SeenPeople(house, 1995).see(110, 0.45, 12);
    StudyRequest few =
        new StudyRequest(wish(1995).scope(), "kind", 3, "mandate", "Yearly report", 5);
    StudyResult result = Objects.requireNonNull(finished(few).outcome()).result();
    assertThat(result.lists()).hasSize(3).endsWith(StudyResult.OTHERS);
    assertThat(result.merged()).hasSize(2);
  }

  @Test
  void theFormSaysThatEightListsAreTooManyForTheAverageOverGraphs() {
    String form = Member.of(house, Role.ANALYST).browser().get("/understand/estimation/new").body();
    assertThat(form).contains("with eight or nine the average over graphs (dga) has no answer");
  }

  /** What is stored opens only with the organisation's key, and names nobody. */
  private void isSealedAndHoldsNoName(StoredStudy study) {
    byte[] stored =
        house
            .db()
            .sql("select result from estimation_study where id = :id")
            .param("id", study.id())
            .query(byte[].class)
            .single();
    assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("loglinear");
    assertThat(String.valueOf(study)).doesNotContain("Petrovi", "Петрови", "Milica");
  }

  private static Signature signature(String digest) {
    return new Signature(
        "Tamara M.",
        Signature.ASSUMPTIONS.stream()
            .map(a -> new Signature.Judgement(a, "doubtful", "A short period."))
            .toList(),
        "Between 150 and 300.",
        digest);
  }

  private static StudyRequest wish(int year) {
    return new StudyRequest(
        new SightingScope(
            LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), List.of(), List.of(), false),
        "kind",
        5,
        "mandate",
        "Yearly report",
        20_190_408);
  }

  private StoredStudy finished(StudyRequest wish) {
    Work work = ended(house.get(Studies.class).ask(wish, analyst));
    assertThat(work.state()).as(work.problem() + work.problemArguments()).isEqualTo(WorkState.DONE);
    UUID id = UUID.fromString(work.leadsTo().substring(work.leadsTo().lastIndexOf('/') + 1));
    return house.get(Studies.class).find(id, analyst);
  }

  private Work ended(UUID work) {
    return EndedWork.of(house.get(BackgroundWork.class), work, analyst);
  }

  private long lines(String action) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action")
        .param("action", action)
        .query(Long.class)
        .single();
  }

  private long told(String action, UUID study, UUID inLogOf) {
    return house
        .db()
        .sql(
            "select count(*) from audit_entry where action = :action and subject = :study and organisation = :organisation")
        .param("action", action)
        .param("study", study)
        .param("organisation", inLogOf)
        .query(Long.class)
        .single();
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
