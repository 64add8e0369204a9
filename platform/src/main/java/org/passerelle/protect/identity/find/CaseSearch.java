package org.passerelle.protect.identity.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.CaseCode;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.casework.list.CaseRows;
import org.passerelle.protect.person.SearchHashes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches cases by code, pseudonym or name. Candidates come from short hashes and, for names, from
 * the in-memory index of persons; each is decrypted and compared before it is shown. A match by
 * name is logged, since it reveals whose case it is.
 */
@Service
public class CaseSearch {
  private static final int CANDIDATES = 200;
  private final CaseSight sight;
  private final SearchHashes marks;
  private final CaseRows listed;
  private final Cases cases;
  private final SearchByName names;
  private final AuditLog audit;

  CaseSearch(
      CaseSight sight,
      SearchHashes marks,
      CaseRows listed,
      Cases cases,
      SearchByName names,
      AuditLog audit) {
    this.sight = sight;
    this.marks = marks;
    this.listed = listed;
    this.cases = cases;
    this.names = names;
    this.audit = audit;
  }

  /**
   * Cases visible to the reader whose code begins with the text, whose pseudonym has words
   * beginning with all of the words, or whose person has a name with all of the words.
   *
   * @param words as typed, in any script; at least two letters
   */
  @Transactional
  public List<CaseList.Row> find(String words, SignedIn who, int limit) {
    List<String> wanted = SearchHashes.words(words);
    Set<UUID> found = new LinkedHashSet<>(byCode(words, who, limit));
    Set<UUID> named = new LinkedHashSet<>();
    if (!wanted.isEmpty()) {
      found.addAll(byPseudonym(wanted, who, limit));
    }
    if (!wanted.isEmpty() && found.size() < limit) {
      named.addAll(names.find(words, wanted, who, limit));
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
            select c.id from {case c}
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

  private List<UUID> byPseudonym(List<String> wanted, SignedIn who, int limit) {
    String longest = longest(wanted);
    String key = longest.length() > 5 ? longest.substring(0, 5) : longest;
    List<UUID> found = new ArrayList<>();
    visible(
            """
            select c.id, c.details from {case c}
             where c.id in (select w.case_id from case_word_outline w where w.mark = :mark)
               and {seen c}
             order by c.changed_at desc, c.id limit :limit
            """,
            who,
            CANDIDATES)
        .param("mark", marks.pseudonymMark(who.organisation(), key))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              if (found.size() < limit
                  && begins(
                      SearchHashes.words(cases.pseudonym(id, row.getBytes("details"))), wanted)) {
                found.add(id);
              }
            });
    return found;
  }

  private JdbcClient.StatementSpec visible(String sql, SignedIn who, int limit) {
    return sight.sql(sql, who).param("limit", limit);
  }

  static String longest(List<String> wanted) {
    return wanted.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
  }

  private static boolean begins(List<String> words, List<String> wanted) {
    return wanted.stream().allMatch(one -> words.stream().anyMatch(word -> word.startsWith(one)));
  }
}
