package org.passerelle.prosecute.exhibit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of exhibits, such as {@code PARQUE-26-7.0001}: the mark of the organisation, made once
 * from its handle, the number of the investigation and a count (decision 0143).
 */
@Component
class ExhibitNumbers {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 6;
  private final JdbcClient db;
  private final Investigations investigations;
  private final Organisations organisations;
  private final NamedLock lock;

  ExhibitNumbers(
      JdbcClient db, Investigations investigations, Organisations organisations, NamedLock lock) {
    this.db = db;
    this.investigations = investigations;
    this.organisations = organisations;
    this.lock = lock;
  }

  /** The next one; the caller has locked the investigation and is on its team. */
  String next(UUID investigation, SignedIn who) {
    int before =
        db.sql("select count(*) from exhibit where investigation = :id")
            .param("id", investigation)
            .query(Integer.class)
            .single();
    String number =
        Optional.ofNullable(investigations.numbers(true, who).get(investigation))
            .orElseThrow(NotFound::new);
    return "%s-%s.%04d".formatted(mark(who.organisation()), number, before + 1);
  }

  private String mark(UUID organisation) {
    return known(organisation)
        .orElseGet(
            () -> {
              lock.acquire("exhibit marks");
              return known(organisation).orElseGet(() -> made(organisation));
            });
  }

  private Optional<String> known(UUID organisation) {
    return db.sql("select mark from exhibit_mark where organisation = :organisation")
        .param("organisation", organisation)
        .query(String.class)
        .optional();
  }

  private String made(UUID organisation) {
    String begins = beginning(organisations.find(organisation).orElseThrow(NotFound::new).handle());
    String mark = begins;
    for (int more = 2; isTaken(mark); more++) {
      mark = begins + more;
    }
    db.sql("insert into exhibit_mark (organisation, mark) values (:organisation, :mark)")
        .param("organisation", organisation)
        .param("mark", mark)
        .update();
    return mark;
  }

  /** Two to six capital letters and digits. */
  static String beginning(String handle) {
    String letters = handle.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return letters.length() < SHORTEST
        ? letters + "X".repeat(SHORTEST - letters.length())
        : letters.substring(0, Math.min(LONGEST, letters.length()));
  }

  private boolean isTaken(String mark) {
    return db.sql("select count(*) from exhibit_mark where mark = :mark")
            .param("mark", mark)
            .query(Integer.class)
            .single()
        > 0;
  }
}
