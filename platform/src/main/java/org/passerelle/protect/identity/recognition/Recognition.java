package org.passerelle.protect.identity.recognition;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.passerelle.linkage.files.FileTraits;
import org.passerelle.linkage.files.Judgement;
import org.passerelle.linkage.files.Likeness;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds files of one organisation that may be of one person, and stores them for judgement. A pair
 * that was judged is not presented again.
 */
@Service
public class Recognition {
  /** Probability from which two files are probably of one person. */
  public static final double LIKELY = 0.9;

  /** Probability from which a pair is presented. */
  public static final double DOUBTFUL = 0.1;

  private static final int CANDIDATES = 40;
  private final JdbcClient db;
  private final SamePersons same;
  private final SealedPersons sealedPersons;
  private final KnownPersons known;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Likeness likeness = new Likeness();

  Recognition(
      JdbcClient db,
      SamePersons same,
      SealedPersons sealedPersons,
      KnownPersons known,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.same = same;
    this.sealedPersons = sealedPersons;
    this.known = known;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Searches for files similar to these.
   *
   * @param looked persons of the organisation, at least one; deleted ones are ignored
   * @return number of new pairs
   */
  @Transactional
  public int look(UUID organisation, Collection<UUID> looked) {
    ToDoubleFunction<String> share = shares(organisation);
    int pairs = 0;
    for (ComparedPerson person : sealedPersons.compared(looked, organisation).values()) {
      List<UUID> near =
          known.sharing(organisation, person.id(), person.identity(), person.contact(), CANDIDATES);
      if (!near.isEmpty()) {
        FileTraits traits = ComparedTraits.of(person);
        for (ComparedPerson other : sealedPersons.compared(near, organisation).values()) {
          Judgement judgement =
              likeness.judge(traits, ComparedTraits.of(other), share, known.size(organisation));
          if (judgement.probability() >= DOUBTFUL) {
            pairs += enter(organisation, person.id(), other.id(), judgement.probability());
          }
        }
      }
    }
    return pairs;
  }

  /** Agreement of two files in their present state. */
  Judgement judge(ComparedPerson one, ComparedPerson other, UUID organisation) {
    return likeness.judge(
        ComparedTraits.of(one),
        ComparedTraits.of(other),
        shares(organisation),
        Math.max(1, known.size(organisation)));
  }

  private ToDoubleFunction<String> shares(UUID organisation) {
    Map<String, Double> remembered = new HashMap<>();
    return word -> remembered.computeIfAbsent(word, w -> known.share(organisation, w));
  }

  private int enter(UUID organisation, UUID person, UUID other, double probability) {
    // smaller identifier first, so that a pair is stored only once
    UUID one = person.compareTo(other) < 0 ? person : other;
    UUID two = one.equals(person) ? other : person;
    int changed =
        db.sql(
                """
                update possible_duplicate set probability = :probability
                 where one = :one and other = :two
                """)
            .param("probability", probability)
            .param("one", one)
            .param("two", two)
            .update();
    if (changed > 0 || same.isStated(one, two)) {
      return 0;
    }
    db.sql(
            CaseSight.in(
                """
                insert into possible_duplicate
                  (id, organisation, one, other, probability, two_readers, state, asked, found_at)
                select :id, :organisation, :one, :two, :probability,
                       exists (select 1 from person_outline p where p.id = :one and p.maybe_minor)
                       or exists (select 1 from person_outline p where p.id = :two and p.maybe_minor)
                       or exists (select 1 from {case c}
                                   where c.person in (:one, :two) and c.non_punishment),
                       'open', 1, :now
                """))
        .param("id", identifiers.next())
        .param("organisation", organisation)
        .param("one", one)
        .param("two", two)
        .param("probability", probability)
        .param("now", Columns.now(clock))
        .update();
    return 1;
  }
}
