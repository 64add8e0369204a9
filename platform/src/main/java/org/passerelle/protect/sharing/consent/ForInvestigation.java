package org.passerelle.protect.sharing.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases whose data an organisation may use for an investigation: rule 3, case by case. The team of
 * the case records the consent or legal basis that names the organisation and this purpose; the
 * organisation then receives coded facts and suspects, never who or where the person is.
 */
@Service
public class ForInvestigation {
  /** Code of {@code consent_purposes}. */
  public static final String PURPOSE = "prosecution";

  private static final String CONSENTS =
      "select id from consent where recipient = :recipient and purpose = :purpose order by at desc";
  private static final String GROUNDS =
      "select id from legal_ground where recipient = :recipient and purpose = :purpose order by at desc";
  private static final Set<String> ENDS = Set.of("consent.withdrawn", "legal-ground.not-upheld");
  private static final String FACTS = "case";
  private static final String SUSPECTS = "narrative";
  private final JdbcClient db;
  private final Cases cases;
  private final Consents consents;
  private final LegalGrounds grounds;
  private final DisclosureRules rules;
  private final CaseFacts facts;
  private final BasisLock lock;
  private final Clock clock;

  ForInvestigation(
      JdbcClient db,
      Cases cases,
      Consents consents,
      LegalGrounds grounds,
      DisclosureRules rules,
      CaseFacts facts,
      BasisLock lock,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.consents = consents;
    this.grounds = grounds;
    this.rules = rules;
    this.facts = facts;
    this.lock = lock;
    this.clock = clock;
  }

  /**
   * A case whose data may be used.
   *
   * @param organisation organisation of the case
   * @param suspects whether suspects may be included
   * @param until when a consent ends; null for a legal basis
   */
  public record Offer(
      UUID caseId,
      String code,
      UUID organisation,
      String basisKind,
      UUID basis,
      int basisVersion,
      boolean suspects,
      boolean onward,
      @Nullable LocalDate until) {}

  /**
   * Data extracted from a case.
   *
   * @param form form of exploitation, or null while unknown
   * @param suspects empty if the basis does not cover them
   */
  public record Taken(
      @Nullable String form,
      String country,
      boolean minor,
      @Nullable String gender,
      List<String> nationalities,
      boolean nonPunishment,
      LocalDate firstContact,
      List<Suspect> suspects) {
    public Taken {
      nationalities = List.copyOf(nationalities);
      suspects = List.copyOf(suspects);
    }
  }

  /**
   * A suspect in a case.
   *
   * @param name first name on file; empty if unknown
   * @param phone empty if unknown
   * @param relation relation to the person of the case, code of {@code relations}; empty if not
   *     given
   */
  public record Suspect(
      String name,
      String phone,
      String relation,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  /** Cases that the reader's organisation may use today, by code. */
  @Transactional(readOnly = true)
  public List<Offer> offered(SignedIn who) {
    return Stream.concat(
            bases(CONSENTS, who).stream().map(id -> ofConsent(id, who.organisation())),
            bases(GROUNDS, who).stream().map(id -> ofGround(id, who.organisation())))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Offer::code).thenComparing(Offer::basis))
        .toList();
  }

  private List<UUID> bases(String sql, SignedIn who) {
    return db.sql(sql)
        .param("recipient", who.organisation())
        .param("purpose", PURPOSE)
        .query(UUID.class)
        .list();
  }

  /** Whether a basis still allows its recipient to use extracted data. */
  @Transactional(readOnly = true)
  public boolean holds(UUID basis, UUID recipient) {
    return offer(basis, recipient).isPresent();
  }

  /** The same, and it does not end before the caller's transaction has. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean holdsMeanwhile(UUID basis, UUID recipient) {
    lock.hold(basis);
    return holds(basis, recipient);
  }

  /**
   * Whether the case of a basis says that the person must not be punished for what they were
   * compelled to do. Read each time, so that a mark set later is seen.
   *
   * @return empty if the basis does not hold
   */
  @Transactional(readOnly = true)
  public Optional<Boolean> nonPunishment(UUID basis, UUID recipient) {
    return offer(basis, recipient).map(offer -> cases.forHouse(offer.caseId).nonPunishment());
  }

  /**
   * The basis that ended by an event of a case: a consent was withdrawn, or a legal basis not
   * upheld. What rests on it is to be destroyed at once.
   */
  public static Optional<UUID> endedBasis(CaseJournal.Happened happened) {
    return ENDS.contains(happened.kind())
        ? Optional.ofNullable(happened.subject())
        : Optional.empty();
  }

  private Optional<Offer> offer(UUID basis, UUID recipient) {
    return ofConsent(basis, recipient).or(() -> ofGround(basis, recipient));
  }

  private Optional<Offer> ofConsent(UUID id, UUID recipient) {
    return consents
        .find(id)
        .filter(consent -> consent.holds(clock.instant()))
        .flatMap(
            consent -> {
              Case file = cases.forHouse(consent.caseId());
              Set<String> taken = taken(consent.categories());
              return offered(
                  new Basis("consent", id, consent.version(), consent.onward(), consent.until()),
                  file,
                  recipient,
                  taken,
                  () -> rules.against(file, recipient, PURPOSE, taken, consent));
            });
  }

  private Optional<Offer> ofGround(UUID id, UUID recipient) {
    return grounds
        .find(id)
        .flatMap(
            ground -> {
              Case file = cases.forHouse(ground.caseId());
              Set<String> taken = taken(ground.categories());
              return offered(
                  new Basis("legal_ground", id, ground.version(), false, null),
                  file,
                  recipient,
                  taken,
                  () -> rules.against(file, recipient, PURPOSE, taken, ground));
            });
  }

  /** What a basis allows, as shown in an offer. */
  private record Basis(
      String kind, UUID id, int version, boolean onward, @Nullable LocalDate until) {}

  private Optional<Offer> offered(
      Basis basis,
      Case file,
      UUID recipient,
      Set<String> taken,
      Supplier<Optional<Objection>> objection) {
    return taken.isEmpty() || forbidden(file, recipient, taken, objection.get())
        ? Optional.empty()
        : Optional.of(
            new Offer(
                file.id(),
                file.code(),
                file.organisation(),
                basis.kind,
                basis.id,
                basis.version,
                taken.contains(SUSPECTS),
                basis.onward,
                basis.until));
  }

  private boolean forbidden(
      Case file, UUID recipient, Set<String> taken, Optional<Objection> objection) {
    return objection
        .or(() -> rules.againstOnward(file, recipient, PURPOSE, fields(taken.contains(SUSPECTS))))
        .isPresent();
  }

  private static List<String> fields(boolean suspects) {
    List<String> fields =
        new ArrayList<>(List.of("form", "gender", "nationalities", "age", "episodes"));
    if (suspects) {
      fields.add("account");
    }
    return fields;
  }

  /** Categories of a basis that are relevant here; empty without the coded facts. */
  private static Set<String> taken(Set<String> categories) {
    if (!categories.contains(FACTS)) {
      return Set.of();
    }
    return categories.contains(SUSPECTS) ? Set.of(FACTS, SUSPECTS) : Set.of(FACTS);
  }

  /**
   * Extracts the data of a case on a basis; the disclosure is recorded in the case, where its team
   * sees it.
   *
   * @param use identifier of the record that uses the data
   * @throws NotFound if the basis does not name this organisation
   * @throws Refused if it is no longer valid
   */
  @Transactional
  public Taken take(UUID basis, UUID use, SignedIn who) {
    lock.hold(basis);
    Offer offer =
        offer(basis, who.organisation())
            .orElseThrow(() -> new Refused("consent.refused.investigation"));
    Case file = cases.forHouse(offer.caseId);
    return facts.take(file, offer, fields(offer.suspects), use, who);
  }
}
