package org.passerelle.protect.identity.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.LongPatience;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.identity.recognition.PossibleDuplicates;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/**
 * Relatives are traced according to the person's wish, and never if that would lead a suspect to
 * them.
 */
@OnBothDatabases
@Tag("slow")
class TracingTest {
  private static final Set<String> ALL = Set.copyOf(TracingRequest.MADE_SURE);
  @Parameter House house;
  private SignedIn lead;
  private SignedIn supervisor;
  private UUID caseId;
  private UUID aunt;

  @BeforeEach
  void aChildWithAnAunt() throws InterruptedException {
    assertThat(house.get(KnownPersons.class).await(LongPatience.SECONDS, TimeUnit.SECONDS))
        .isTrue();
    UUID organisation = Staff.organisation(house).id();
    lead = Staff.signedIn(Member.in(house, organisation, Role.CASE_MANAGER).user());
    supervisor = Staff.signedIn(Member.in(house, organisation, Role.SUPERVISOR).user());
    caseId = SomeCase.in("RS").named("Arta Zogu").born("2012-03-04").open(house, lead);
    aunt = around(caseId, person("Drita Zogu", "1979-11-02"), "relative");
  }

  /** The aunt has a file of her own, written in another script by somebody else. */
  @Test
  void aRelativeIsFoundAmongTheOrganisationsFiles() {
    UUID request = open(aunt);
    assertThat(pairs()).isEmpty();
    UUID other = SomeCase.in("RS").named("Дрита Зогу").born("1979-11-02").open(house, lead);
    assertThat(pairs()).containsExactly(other);
    assertThat(one(request).open()).isTrue();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> tracing().of(caseId, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tracing().count(caseId, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tracing().open(caseId, draft(aunt, "contact"), stranger))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void itIsFollowedStepByStepAndEndsOnceAllWasMadeSure() {
    UUID request = open(aunt);
    assertThat(due(lead)).as("not before the day").isEmpty();
    house.clock().pass(Duration.ofDays(14));
    assertThat(due(lead)).containsExactly("open");
    did(request, "The registry of Skadar answered, Zlatna Ruka street");
    assertThat(due(lead)).isEmpty();
    assertThat(one(request).steps()).extracting(TracingRequest.Step::kind).containsExactly("call");
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    for (Set<String> some : List.of(Set.<String>of(), Set.of("identity", "wish"))) {
      assertThatThrownBy(() -> end(request, "reunited", some, lead))
          .hasMessage("tracing.refused.sure");
    }
    end(request, "reunited", ALL, lead);
    assertThat(one(request).state()).isEqualTo(TracingRequest.State.ENDED);
    assertThat(tracing().count(caseId, lead)).isZero();
    assertThatThrownBy(() -> end(request, "not_found", Set.of(), lead))
        .hasMessage("tracing.refused.ended");
    assertThatThrownBy(() -> did(request, "more")).hasMessage("tracing.refused.not-open");
    house.clock().pass(Duration.ofDays(40));
    assertThat(due(lead)).isEmpty();
    assertThat(kinds()).contains("tracing.opened", "tracing.step", "tracing.ended");
    open(aunt);
  }

  @Test
  void nobodyIsTracedAgainstTheWishNorTwiceNorIfUnknown() {
    assertThatThrownBy(() -> tracing().open(caseId, draft(aunt, Tracing.AGAINST), lead))
        .hasMessage("tracing.refused.wish");
    UUID elsewhere = SomeCase.in("RS").open(house, lead);
    UUID somebody = around(elsewhere, person("Besa Duka", "1980"), "relative");
    assertThatThrownBy(() -> tracing().open(caseId, draft(somebody, "contact"), lead))
        .isInstanceOf(NotFound.class);
    open(aunt);
    assertThatThrownBy(() -> open(aunt)).hasMessage("tracing.refused.already");
  }

  /** The suspicion may be recorded in another case, by a user who does not see this one. */
  @Test
  void aSuspectIsNoLongerTraced() {
    UUID request = open(aunt);
    house.get(Relations.class).suspect(caseId, aunt, lead);
    assertThat(one(request).state()).isEqualTo(TracingRequest.State.HELD);
    assertThatThrownBy(() -> did(request, "Called her")).hasMessage("tracing.refused.not-open");
    assertThat(due(supervisor)).containsExactly("held");
    assertThat(due(lead)).as("a supervisor decides").isEmpty();
    assertThatThrownBy(() -> end(request, "suspected", Set.of(), lead))
        .hasMessage("tracing.refused.supervisor");
    assertThatThrownBy(() -> end(request, "contact_restored", ALL, supervisor))
        .hasMessage("tracing.refused.suspect");
    assertThatThrownBy(() -> tracing().resume(caseId, request, supervisor))
        .hasMessage("tracing.refused.suspect");
    assertThatThrownBy(() -> open(aunt)).hasMessage("tracing.refused.suspect");
    house.get(Relations.class).clear(caseId, aunt, supervisor);
    assertThatThrownBy(() -> tracing().resume(caseId, request, lead))
        .hasMessage("tracing.refused.supervisor");
    tracing().resume(caseId, request, supervisor);
    assertThat(one(request).open()).isTrue();
    assertThat(kinds()).contains("tracing.held", "tracing.resumed");
    assertThatThrownBy(() -> tracing().resume(caseId, request, supervisor))
        .hasMessage("tracing.refused.not-held");
  }

  /** Eight users ask for the same person while a ninth records the suspicion. */
  @Test
  void ofManyAtOnceOneAsksAndNoneAfterTheSuspicion() throws Exception {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(this::asked);
    }
    all.add(
        4,
        () -> {
          house.get(Relations.class).suspect(caseId, aunt, lead);
          return false;
        });
    long begun = AtOnce.all(all).stream().filter(one -> one).count();
    List<TracingRequest> requests = tracing().of(caseId, lead);
    assertThat(requests).hasSize((int) begun).hasSizeLessThanOrEqualTo(1);
    assertThat(requests).noneMatch(TracingRequest::open);
  }

  private boolean asked() {
    try {
      open(aunt);
      return true;
    } catch (Refused refused) {
      assertThat(refused).hasMessageMatching("tracing\\.refused\\.(already|suspect)");
      return false;
    }
  }

  @Test
  void anErasureTakesItAll() {
    UUID request = open(aunt);
    did(request, "Nothing came of it");
    house
        .get(Erasures.class)
        .erase(
            house.get(Cases.class).find(caseId, lead).person().id(),
            lead.organisation(),
            "asked_by_person",
            house.get(Identifiers.class).next(),
            house.colleague(lead.organisation(), Role.SUPERVISOR));
    for (String table : List.of("tracing_request", "tracing_step")) {
      assertThat(
              house
                  .db()
                  .sql("select count(*) from " + table + " where case_id = :case")
                  .param("case", caseId)
                  .query(Integer.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  private UUID open(UUID person) {
    return tracing().open(caseId, draft(person, "contact"), lead);
  }

  private TracingRequest.Draft draft(UUID person, String wish) {
    return new TracingRequest.Draft(
        person,
        wish,
        today().plusDays(13),
        new TracingRequest.Words("Skadar, two winters ago", "At the border", "Sells at a market"));
  }

  private void did(UUID request, String words) {
    tracing()
        .did(
            caseId,
            request,
            new TracingRequest.Done("call", today(), words, today().plusDays(30)),
            lead);
  }

  private void end(UUID request, String outcome, Set<String> sure, SignedIn who) {
    tracing().end(caseId, request, outcome, sure, "Told with support", who);
  }

  private TracingRequest one(UUID id) {
    return tracing().of(caseId, lead).stream()
        .filter(request -> request.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<UUID> pairs() {
    return house.get(PossibleDuplicates.class).of(aunt, lead).stream()
        .map(pair -> pair.one().person().equals(aunt) ? pair.other() : pair.one())
        .map(side -> side.caseId())
        .toList();
  }

  private UUID around(UUID file, PersonDraft draft, String role) {
    return house
        .get(Relations.class)
        .add(file, draft, role, "other_relative", false, false, null, lead);
  }

  private static PersonDraft person(String name, String birth) {
    return SomeCase.in("RS").named(name).born(birth).person();
  }

  private List<String> due(SignedIn who) {
    return house.get(Dues.class).mine(who, Duration.ofDays(2), false, 100, texts()).stream()
        .filter(one -> one.kind().equals("tracing"))
        .map(DueThing::words)
        .map(words -> words.contains("on hold") ? "held" : "open")
        .toList();
  }

  private Texts texts() {
    return house.get(Languages.class).texts(new Language("en"));
  }

  private List<String> kinds() {
    return house.get(CaseJournal.class).newest(caseId, 99).stream()
        .map(CaseJournal.Line::kind)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private Tracing tracing() {
    return house.get(Tracing.class);
  }
}
