package org.passerelle.storage.internal;

import jakarta.annotation.PostConstruct;
import java.util.Optional;
import org.passerelle.PlatformSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks the database on its first start as one of invented people or of real people, and refuses to
 * open it as the other.
 */
@Component
class NodeMark {
  private final JdbcClient db;
  private final String kind;

  NodeMark(JdbcClient db, PlatformSettings settings) {
    this.db = db;
    this.kind = settings.demo() ? "demo" : "real";
  }

  @PostConstruct
  void check() {
    db.sql("insert into node_mark (id, kind) values (1, :kind) on conflict do nothing")
        .param("kind", kind)
        .update();
    Optional<String> mark =
        db.sql("select kind from node_mark where id = 1").query(String.class).optional();
    if (!mark.equals(Optional.of(kind))) {
      throw new IllegalStateException(
          """
          This database holds %s data but was to be opened for %s data.
          Maybe the option --demo is %s."""
              .formatted(
                  mark.orElse("unmarked"), kind, kind.equals("demo") ? "one too many" : "missing"));
    }
  }
}
