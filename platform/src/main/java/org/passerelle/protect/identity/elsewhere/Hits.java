package org.passerelle.protect.identity.elsewhere;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.NamedLock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Matches of other organisations' questions, for the users who answer them: how likely the match
 * is, and whom to call. Data of the file are never given.
 */
@Service
public class Hits {
  /** Possible answers; the last is the same as for a question that found nothing. */
  public static final List<String> BANDS = List.of("likely", "possible", "none");

  /** Categories that a basis must cover for an answer: that the person is known. */
  static final Set<String> CATEGORIES = Set.of("identity");

  private final HitRows rows;
  private final Findability findability;
  private final Cases cases;
  private final CaseRecord records;
  private final StatedBasis bases;
  private final ShelterNames shelters;
  private final NamedLock lock;

  Hits(
      HitRows rows,
      Findability findability,
      Cases cases,
      CaseRecord records,
      StatedBasis bases,
      ShelterNames shelters,
      NamedLock lock) {
    this.rows = rows;
    this.findability = findability;
    this.cases = cases;
    this.records = records;
    this.bases = bases;
    this.shelters = shelters;
    this.lock = lock;
  }

  /** Undecided matches, and those decided in the last thirty days. */
  @Transactional(readOnly = true)
  public List<Hit> of(SignedIn who) {
    return rows.of(who);
  }

  /** A match. */
  @Transactional(readOnly = true)
  public Hit find(UUID id, SignedIn who) {
    return rows.find(id, who).orElseThrow(NotFound::new);
  }

  /** Number of undecided matches with a case; for its team. */
  @Transactional(readOnly = true)
  public int open(Case file) {
    return rows.open(file.id());
  }

  /** The case of a match; the user who answers need not be on its team. */
  @Transactional(readOnly = true)
  public Case file(Hit hit) {
    return cases.forHouse(hit.caseId());
  }

  /** Possible bases for an answer, and what forbids the others. */
  @Transactional(readOnly = true)
  public OfferedBases offered(Hit hit) {
    return bases.offered(file(hit), hit.asker(), hit.purpose(), CATEGORIES);
  }

  /**
   * Decides what the asker is told in the next batch. Can be changed until it was sent.
   *
   * @param contact whom to call; not for {@code none}
   * @param choice basis; null for {@code none}
   * @throws Refused if it was sent, the asker may no longer find the file, there is no basis,
   *     another file answers the same question, which is about one person, or the contact names a
   *     shelter
   */
  @Transactional
  public void decide(
      UUID id, String band, String contact, StatedBasis.@Nullable Choice choice, SignedIn who) {
    Hit hit = find(id, who);
    boolean told = !band.equals("none");
    UUID basis = null;
    if (told) {
      if (contact.isBlank() || choice == null) {
        throw new Refused("form.error.required").at("contact");
      }
      if (shelters.isNamedIn(contact, who.organisation())) {
        throw new Refused("referral.refused.shelter.words").at("contact");
      }
      if (!findability.mayFind(hit.caseId(), hit.asker())) {
        throw new Refused("elsewhere.refused.closed");
      }
      lock.acquire("known answer " + hit.question());
      if (rows.toldOfAnother(hit)) {
        throw new Refused("elsewhere.refused.one-person");
      }
      basis = bases.state(file(hit), hit.asker(), hit.purpose(), choice, CATEGORIES, who);
    }
    if (!rows.decide(hit, band, told ? contact : null, basis, who.user())) {
      throw new Refused("elsewhere.refused.gone");
    }
    records.write(
        hit.caseId(),
        "elsewhere.decided",
        band,
        hit.question(),
        Map.of(
            "question", hit.question().toString(),
            "asker", hit.asker().toString(),
            "band", band),
        who);
  }
}
