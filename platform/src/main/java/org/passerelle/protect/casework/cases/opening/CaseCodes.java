package org.passerelle.protect.casework.cases.opening;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Generates the short codes of cases. There are 887 million codes, so about twenty of 200,000
 * random codes would be duplicates; a code in use is drawn again, and a unique index guards against
 * concurrent draws.
 */
@Component
class CaseCodes {
  private final JdbcClient db;
  private final Identifiers identifiers;

  CaseCodes(JdbcClient db, Identifiers identifiers) {
    this.db = db;
    this.identifiers = identifiers;
  }

  /** An unused code. */
  String next() {
    return next(1).get(0);
  }

  /** The given number of different unused codes. */
  List<String> next(int wanted) {
    Set<String> free = new LinkedHashSet<>();
    while (free.size() < wanted) {
      Set<String> drawn = new LinkedHashSet<>();
      while (drawn.size() < wanted - free.size()) {
        drawn.add(identifiers.shortCode());
      }
      drawn.removeAll(taken(drawn));
      free.addAll(drawn);
    }
    return List.copyOf(free);
  }

  private Set<String> taken(Set<String> drawn) {
    return new HashSet<>(
        db.sql("select code from protect_case where code in (:codes)")
            .param("codes", drawn)
            .query(String.class)
            .list());
  }
}
