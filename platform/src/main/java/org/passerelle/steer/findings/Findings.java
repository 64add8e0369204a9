package org.passerelle.steer.findings;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Derived;
import org.passerelle.register.Register;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contradictions in the current entries, with the answers given. */
@Component
public class Findings {
  private final Register register;
  private final JdbcClient db;
  private final Clock clock;
  private final Derived<List<Finding>> found = new Derived<>(Rules::find);

  Findings(Register register, JdbcClient db, Clock clock) {
    this.register = register;
    this.db = db;
    this.clock = clock;
  }

  /** A finding and its answer, if there is one. */
  public record Judged(Finding finding, Optional<Answer> answer) {}

  /**
   * An answer.
   *
   * @param dismissed whether it was dismissed as no contradiction; otherwise it was explained
   */
  public record Answer(boolean dismissed, String reason, String byName, Instant at) {}

  /** All findings, in the order of the rules. */
  public List<Judged> all() {
    Map<String, Answer> answers = answers();
    return found.of(register.facts()).stream()
        .map(f -> new Judged(f, Optional.ofNullable(answers.get(f.key()))))
        .toList();
  }

  /** Findings without an answer. */
  public List<Finding> unresolved() {
    return all().stream().filter(j -> j.answer().isEmpty()).map(Judged::finding).toList();
  }

  /**
   * Answers or dismisses findings for one reason; a later answer replaces an earlier one.
   *
   * @throws NotFound if one of them no longer exists; then none is answered
   */
  public void answer(SignedIn who, Collection<String> keys, boolean dismissed, String reason) {
    Set<String> there =
        found.of(register.facts()).stream().map(Finding::key).collect(Collectors.toSet());
    if (!there.containsAll(keys)) {
      throw new NotFound();
    }
    keys.forEach(key -> answer(who, key, dismissed, reason));
  }

  private void answer(SignedIn who, String key, boolean dismissed, String reason) {
    db.sql("delete from finding_answer where finding = :key").param("key", key).update();
    db.sql(
            """
            insert into finding_answer (finding, dismissed, reason, by_user, by_name, at)
            values (:key, :dismissed, :reason, :by, :byName, :at)""")
        .param("key", key)
        .param("dismissed", dismissed)
        .param("reason", reason)
        .param("by", who.user())
        .param("byName", who.name())
        .param("at", Columns.now(clock))
        .update();
  }

  private Map<String, Answer> answers() {
    Map<String, Answer> answers = new HashMap<>();
    db.sql("select finding, dismissed, reason, by_name, at from finding_answer")
        .query(
            row -> {
              answers.put(
                  row.getString("finding"),
                  new Answer(
                      row.getBoolean("dismissed"),
                      row.getString("reason"),
                      row.getString("by_name"),
                      Columns.instant(row, "at")));
            });
    return answers;
  }
}
