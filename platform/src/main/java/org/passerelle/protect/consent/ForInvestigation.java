package org.passerelle.protect.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases whose data an organisation may use for an investigation: rule 3, case by case. The case's
 * own team records the consent or the legal basis that names the organisation and this purpose; the
 * organisation then takes coded facts and who is suspected, never who the person is or where.
 */
@Service
public class ForInvestigation {
  /** Code of {@code consent_purposes}. */
  public static final String PURPOSE = "prosecution";

  private static final String CONSENTS =
      "select id from consent where recipient = :recipient and purpose = :purpose order by at desc";
  private static final String GROUNDS =
      "select id from legal_ground where recipient = :recipient and purpose = :purpose order by at desc";
  private static final String FACTS = "case";
  private static final String SUSPECTS = "narrative";
  private final JdbcClient db;
  private final Cases cases;
  private final Consents consents;
  private final LegalGrounds grounds;
  private final DisclosureRules rules;
  private final CaseFacts facts;
  private final Clock clock;

  ForInvestigation(
      JdbcClient db,
      Cases cases,
      Consents consents,
      LegalGrounds grounds,
      DisclosureRules rules,
      CaseFacts facts,
      Clock clock) {
    this.db = db;
    this.cases = cases;
    this.consents = consents;
    this.grounds = grounds;
    this.rules = rules;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * A case that may be taken.
   *
   * @param organisation whose case it is
   * @param suspects whether who is suspected may be taken, too
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
   * What is taken of a case.
   *
   * @param form of exploitation, or null while not established
   * @param suspects empty where the basis does not cover what was told
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
   * Somebody suspected in a case.
   *
   * @param name as the file has it first; empty if not known
   * @param phone empty if not known
   * @param relation to the person the case is for, code of {@code relations}; empty if not told
   */
  public record Suspect(
      String name,
      String phone,
      String relation,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}

  /** Cases that the reader's organisation may take from today, by their codes. */
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

  /** Whether a basis still allows its recipient to use what was taken. */
  @Transactional(readOnly = true)
  public boolean holds(UUID basis, UUID recipient) {
    return offer(basis, recipient).isPresent();
  }

  private Optional<Offer> offer(UUID basis, UUID recipient) {
    return ofConsent(basis, recipient).or(() -> ofGround(basis, recipient));
  }

  private Optional<Offer> ofConsent(UUID id, UUID recipient) {
    return consents
        .find(id)
        .filter(consent -> consent.holds(today()))
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

  /** What a basis allows, as an offer tells it. */
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

  /** What of a basis' categories is of use here; nothing without the coded facts. */
  private static Set<String> taken(Set<String> categories) {
    if (!categories.contains(FACTS)) {
      return Set.of();
    }
    return categories.contains(SUSPECTS) ? Set.of(FACTS, SUSPECTS) : Set.of(FACTS);
  }

  /**
   * Takes a case's data on a basis: the disclosure is recorded in the case, and its team reads so.
   *
   * @param use identifier of what the data enter
   * @throws NotFound if the basis is not one of this organisation's
   * @throws Refused if it does not hold any more
   */
  @Transactional
  public Taken take(UUID basis, UUID use, SignedIn who) {
    Offer offer =
        offer(basis, who.organisation()).orElseThrow(() -> new Refused("network.refused.basis"));
    Case file = cases.forHouse(offer.caseId);
    return facts.take(file, offer, fields(offer.suspects), use, who);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
