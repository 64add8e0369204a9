package org.passerelle.protect.identity.find;

import static java.lang.Integer.MAX_VALUE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.NameAsked;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.protect.person.SearchHashes;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds a reader's cases by the name of the person. Candidates from the in-memory index that the
 * reader may see are decrypted and compared. Nothing is shown here; whoever shows matches has to
 * log them.
 */
@Component
class SearchByName {
  private static final int CANDIDATES = 200;
  private static final int CANDIDATES_BY_SOUND = 1_000;
  private static final int AT_ONCE = 40;

  private final CaseSight sight;
  private final SearchHashes marks;
  private final SealedPersons sealedPersons;
  private final KnownPersons known;

  SearchByName(
      CaseSight sight, SearchHashes marks, SealedPersons sealedPersons, KnownPersons known) {
    this.sight = sight;
    this.marks = marks;
    this.sealedPersons = sealedPersons;
    this.known = known;
  }

  /**
   * Matching cases, best first.
   *
   * @param words as typed
   * @param wanted normalised words, at least one
   */
  List<UUID> find(String words, List<String> wanted, SignedIn who, int limit) {
    return known.complete() ? bySound(words, who, limit) : byMark(wanted, who, limit);
  }

  /** In any script, spelling and order; most similar sound first, then newest. */
  private List<UUID> bySound(String words, SignedIn who, int limit) {
    NameAsked asked = new NameAsked(words);
    Map<UUID, Double> found = new LinkedHashMap<>();
    List<UUID> candidates = named(asked, who, CANDIDATES_BY_SOUND);
    look(candidates, asked, who, limit, found);
    if (found.size() < limit
        && candidates.size() == CANDIDATES_BY_SOUND
        && !who.is(Role.SUPERVISOR)) {
      // for a common name and a reader who sees few cases, search among those cases instead
      Set<UUID> lookedAt = Set.copyOf(candidates);
      List<UUID> others = new ArrayList<>(named(asked, who, MAX_VALUE));
      others.removeIf(lookedAt::contains);
      compare(visibleOf(others, who), asked, who, limit, found);
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<UUID> named(NameAsked asked, SignedIn who, int most) {
    return known.named(who.organisation(), asked, most);
  }

  /** Cases in the order of the persons found. */
  private static List<Candidate> placed(List<Candidate> some, List<UUID> persons) {
    Map<UUID, Integer> places = places(persons);
    return some.stream()
        .filter(one -> places.containsKey(one.person))
        .sorted(Comparator.comparing(one -> places.getOrDefault(one.person, 0)))
        .toList();
  }

  private static Map<UUID, Integer> places(List<UUID> persons) {
    Map<UUID, Integer> places = new HashMap<>();
    persons.forEach(person -> places.put(person, places.size()));
    return places;
  }

  /**
   * Decrypts candidates visible to the reader until there are enough matches. Batches grow, so that
   * readers who see most cases need few and readers who see few cases do not need dozens of
   * queries.
   */
  private void look(
      List<UUID> candidates, NameAsked asked, SignedIn who, int limit, Map<UUID, Double> found) {
    int many = AT_ONCE;
    for (int from = 0; from < candidates.size() && found.size() < limit; ) {
      int until = Math.min(candidates.size(), from + many);
      compare(visibleOf(candidates.subList(from, until), who), asked, who, limit, found);
      from = until;
      many = Math.min(CANDIDATES_BY_SOUND, many * 4);
    }
  }

  private void compare(
      List<Candidate> seen, NameAsked asked, SignedIn who, int limit, Map<UUID, Double> found) {
    for (int at = 0; at < seen.size() && found.size() < limit; at += AT_ONCE) {
      compare(seen.subList(at, Math.min(seen.size(), at + AT_ONCE)), asked, who, found);
    }
  }

  private void compare(
      List<Candidate> some, NameAsked asked, SignedIn who, Map<UUID, Double> found) {
    Map<UUID, Identity> identities =
        sealedPersons.identities(some.stream().map(Candidate::person).toList(), who);
    some.stream()
        .sorted(Comparator.comparingInt(Candidate::age))
        .forEach(
            one -> {
              Identity identity = identities.get(one.person);
              double evidence = identity == null ? -1 : asked.evidence(identity);
              if (evidence >= 0) {
                found.put(one.file, evidence);
              }
            });
  }

  /**
   * A file whose person may be meant.
   *
   * @param age position among those found with it, most recently changed first
   */
  private record Candidate(UUID file, UUID person, int age) {}

  /**
   * Files visible to the reader, in the order of their persons. A single statement whatever the
   * number of persons, so that it is planned once.
   */
  private List<Candidate> visibleOf(List<UUID> persons, SignedIn who) {
    List<Candidate> seen =
        visible(
                """
                select c.id, c.person from {case c}
                 where c.person = any(cast(:persons as uuid array)) and {seen c}
                 order by c.changed_at desc, c.id limit :limit
                """,
                who,
                2 * CANDIDATES_BY_SOUND)
            .param("persons", UuidArray.of(persons))
            .query(SearchByName::candidate)
            .list();
    return placed(seen, persons);
  }

  private static Candidate candidate(ResultSet row, int age) throws SQLException {
    return new Candidate(row.getObject("id", UUID.class), row.getObject("person", UUID.class), age);
  }

  /** By the hashes of exact words, while the index is still being built after start-up. */
  private List<UUID> byMark(List<String> wanted, SignedIn who, int limit) {
    List<Candidate> candidates =
        visible(
                """
                select c.id, c.person from {case c}
                 where c.person in (select w.person from person_word_outline w where w.mark = :mark)
                   and {seen c}
                 order by c.changed_at desc, c.id limit :limit
                """,
                who,
                CANDIDATES)
            .param("mark", marks.nameMark(who.organisation(), CaseSearch.longest(wanted)))
            .query(SearchByName::candidate)
            .list();
    List<UUID> found = new ArrayList<>();
    for (int from = 0; from < candidates.size() && found.size() < limit; from += AT_ONCE) {
      List<Candidate> some = candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE));
      Map<UUID, Identity> identities =
          sealedPersons.identities(some.stream().map(Candidate::person).toList(), who);
      some.stream()
          .filter(one -> hasName(identities.get(one.person), wanted))
          .map(Candidate::file)
          .forEach(found::add);
    }
    return found;
  }

  private static boolean hasName(@Nullable Identity identity, List<String> wanted) {
    return identity != null
        && identity.names().stream()
            .anyMatch(name -> SearchHashes.words(name.text()).containsAll(wanted));
  }

  private JdbcClient.StatementSpec visible(String sql, SignedIn who, int limit) {
    return sight.sql(sql, who).param("limit", limit);
  }
}
