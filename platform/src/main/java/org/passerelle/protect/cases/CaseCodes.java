package org.passerelle.protect.cases;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives cases their short codes. Among 887 million, two of 200,000 cases would share one about
 * twenty times; what is taken is drawn again, and a unique index guards against two at once.
 */
@Component
class CaseCodes {
  private final JdbcClient db;
  private final Identifiers identifiers;

  CaseCodes(JdbcClient db, Identifiers identifiers) {
    this.db = db;
    this.identifiers = identifiers;
  }

  /** A code that no case has. */
  String next() {
    return next(1).get(0);
  }

  /** As many different codes that no case has. */
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
