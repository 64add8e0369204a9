package org.passerelle.protect.find;

import static java.lang.Integer.MAX_VALUE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.cases.CaseCode;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.list.CaseList;
import org.passerelle.protect.list.CaseRows;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.KnownPersons;
import org.passerelle.protect.person.NameAsked;
import org.passerelle.protect.person.SealedPersons;
import org.passerelle.protect.person.SearchMarks;
import org.passerelle.storage.Among;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds cases by code, pseudonym or name. Candidates come from short marks and, for names, from the
 * persons known in memory; each is opened and compared before it is shown. That somebody was found
 * by their name is written to the log, since it tells whose case it is.
 */
@Service
public class CaseSearch {
  private static final int CANDIDATES = 200;
  private static final int CANDIDATES_BY_SOUND = 1_000;
  private static final int AT_ONCE = 40;
  private final CaseSight sight;
  private final SearchMarks marks;
  private final CaseRows listed;
  private final Cases cases;
  private final SealedPersons sealedPersons;
  private final KnownPersons known;
  private final AuditLog audit;

  CaseSearch(
      CaseSight sight,
      SearchMarks marks,
      CaseRows listed,
      Cases cases,
      SealedPersons sealedPersons,
      KnownPersons known,
      AuditLog audit) {
    this.sight = sight;
    this.marks = marks;
    this.listed = listed;
    this.cases = cases;
    this.sealedPersons = sealedPersons;
    this.known = known;
    this.audit = audit;
  }

  /**
   * Cases that the reader may see: whose code begins so, whose pseudonym has a word that begins
   * with each of the words, or whose person has a name with all of the words.
   *
   * @param words as typed, in any script; nothing is found by fewer than two letters
   */
  @Transactional
  public List<CaseList.Row> find(String words, SignedIn who, int limit) {
    List<String> wanted = SearchMarks.words(words);
    Set<UUID> found = new LinkedHashSet<>(byCode(words, who, limit));
    Set<UUID> named = new LinkedHashSet<>();
    if (!wanted.isEmpty()) {
      found.addAll(byPseudonym(wanted, who));
      named.addAll(known.complete() ? bySound(words, who, limit) : byMark(wanted, who, limit));
      named.removeAll(found);
      found.addAll(named);
    }
    List<CaseList.Row> rows = listed.rows(found.stream().limit(limit).toList());
    audit.writeAll(
        who,
        rows.stream()
            .map(CaseList.Row::id)
            .filter(named::contains)
            .map(id -> new AuditLog.Line("case.found-by-name", "case", id, Map.of()))
            .toList());
    return rows;
  }

  private List<UUID> byCode(String words, SignedIn who, int limit) {
    String code = CaseCode.typed(words);
    if (!code.matches("[2-9A-Z]{2,3}(-[2-9A-Z]{0,3})?")) {
      return List.of();
    }
    return visible(
            """
            select c.id from protect_case c
             where c.code >= :from and c.code < :until and {seen c}
             order by c.code limit :limit
            """,
            who,
            limit)
        .param("from", code)
        .param("until", code + "~")
        .query(UUID.class)
        .list();
  }

  private List<UUID> byPseudonym(List<String> wanted, SignedIn who) {
    String longest = longest(wanted);
    String key = longest.length() > 5 ? longest.substring(0, 5) : longest;
    List<UUID> found = new ArrayList<>();
    visible(
            """
            select c.id, c.details from case_word w join protect_case c on c.id = w.case_id
             where w.mark = :mark and {seen c}
             order by c.changed_at desc, c.id limit :limit
            """,
            who,
            CANDIDATES)
        .param("mark", marks.pseudonymMark(who.organisation(), key))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              if (begins(SearchMarks.words(cases.pseudonym(id, row.getBytes("details"))), wanted)) {
                found.add(id);
              }
            });
    return found;
  }

  /** In any script, spelling and order; what sounds most alike first, then the newest. */
  private List<UUID> bySound(String words, SignedIn who, int limit) {
    NameAsked asked = new NameAsked(words);
    List<UUID> candidates = known.named(who.organisation(), asked, CANDIDATES_BY_SOUND);
    Map<UUID, Double> found = new LinkedHashMap<>();
    look(candidates, asked, who, limit, found);
    if (found.size() < limit
        && candidates.size() == CANDIDATES_BY_SOUND
        && !who.is(Role.SUPERVISOR)) {
      // a common name, and a reader who sees few cases: theirs are looked for among all
      Set<UUID> lookedAt = Set.copyOf(candidates);
      List<UUID> others = new ArrayList<>(known.named(who.organisation(), asked, MAX_VALUE));
      others.removeIf(lookedAt::contains);
      compare(visibleOf(others, who), asked, who, limit, found);
    }
    return found.entrySet().stream()
        .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Opens those of the candidates whom the reader may see until enough are found. Who sees most
   * cases finds enough among the first few; who sees few is asked about in ever longer lists, not
   * dozens of times.
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
   * @param age place among those found with it, the one changed last first
   */
  private record Candidate(UUID file, UUID person, int age) {}

  /**
   * Files that the reader may see, in the order of their persons. However many persons there are,
   * it is one statement, so that the database plans it once.
   */
  private List<Candidate> visibleOf(List<UUID> persons, SignedIn who) {
    Map<UUID, Integer> places = new HashMap<>();
    persons.forEach(person -> places.put(person, places.size()));
    List<Candidate> seen =
        new ArrayList<>(
            visible(
                    """
                    select c.id, c.person from protect_case c
                     where c.person = any(cast(:persons as uuid array)) and {seen c}
                     order by c.changed_at desc, c.id limit :limit
                    """,
                    who,
                    2 * CANDIDATES_BY_SOUND)
                .param("persons", Among.these(persons))
                .query(CaseSearch::candidate)
                .list());
    seen.sort(Comparator.comparingInt(one -> places.getOrDefault(one.person, places.size())));
    return seen;
  }

  private static Candidate candidate(ResultSet row, int age) throws SQLException {
    return new Candidate(row.getObject("id", UUID.class), row.getObject("person", UUID.class), age);
  }

  /** By words as they are written, while persons are still being read after a start. */
  private List<UUID> byMark(List<String> wanted, SignedIn who, int limit) {
    List<Candidate> candidates =
        visible(
                """
                select c.id, c.person from person_word w join protect_case c on c.person = w.person
                 where w.mark = :mark and {seen c}
                 order by c.changed_at desc, c.id limit :limit
                """,
                who,
                CANDIDATES)
            .param("mark", marks.nameMark(who.organisation(), longest(wanted)))
            .query(CaseSearch::candidate)
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
            .anyMatch(name -> SearchMarks.words(name.text()).containsAll(wanted));
  }

  private JdbcClient.StatementSpec visible(String sql, SignedIn who, int limit) {
    return sight.sql(sql, who).param("limit", limit);
  }

  private static String longest(List<String> wanted) {
    return wanted.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  private static boolean begins(List<String> words, List<String> wanted) {
    return wanted.stream().allMatch(one -> words.stream().anyMatch(word -> word.startsWith(one)));
  }
}
