package org.passerelle.prosecute.investigation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has to be done in an investigation, by whom and by when. */
@Service
public class Tasks implements DueSource {
  private static final String PLACE = "investigation_task.words";
  private final JdbcClient db;
  private final InvestigationSight sight;
  private final InvestigationTeam team;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  Tasks(
      JdbcClient db,
      InvestigationSight sight,
      InvestigationTeam team,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.sight = sight;
    this.team = team;
    this.records = records;
    this.identifiers = identifiers;
  }

  /**
   * A task.
   *
   * @param assigned a member of the team, or null
   * @param due null without a day
   * @param doneBy null while it is open
   */
  public record Task(
      UUID id,
      String words,
      @Nullable UUID assigned,
      @Nullable Instant due,
      @Nullable Instant doneAt,
      @Nullable UUID doneBy) {}

  /** Open ones first, by day, then those done, latest first. */
  @Transactional(readOnly = true)
  public List<Task> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return db.sql(
            """
            select * from investigation_task where investigation = :id
             order by case when done_at is null then 0 else 1 end,
                      case when due_at is null then 1 else 0 end, due_at, done_at desc, at, id
             limit 500
            """)
        .param("id", investigation)
        .query(
            (row, i) ->
                new Task(
                    row.getObject("id", UUID.class),
                    records
                        .open(investigation, PLACE, row.getBytes("words"), Worded.Text.class)
                        .words(),
                    row.getObject("assigned", UUID.class),
                    Columns.instantOrNull(row, "due_at"),
                    Columns.instantOrNull(row, "done_at"),
                    row.getObject("done_by", UUID.class)))
        .list();
  }

  /** Number of open tasks. */
  int open(UUID investigation) {
    return db.sql(
            "select count(*) from investigation_task where investigation = :id and done_at is null")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /**
   * Adds a task.
   *
   * @throws Refused if it is for somebody who is not on the team, the investigation is closed, or a
   *     shelter is named
   */
  @Transactional
  public UUID add(
      UUID investigation,
      String words,
      @Nullable UUID assigned,
      @Nullable Instant due,
      SignedIn who) {
    sight.checkOpen(investigation, who);
    if (assigned != null
        && team.of(investigation, who).stream().noneMatch(line -> line.user().equals(assigned))) {
      throw new Refused("investigation.refused.not-on-team").at("assigned");
    }
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("words", records.seal(investigation, PLACE, new Worded.Text(words), who));
    row.put("assigned", assigned);
    row.put("due", due == null ? null : Columns.at(due));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into investigation_task (id, investigation, words, assigned, due_at, at, by_user)
            values (:id, :investigation, :words, :assigned, :due, :at, :user)
            """)
        .params(row)
        .update();
    records.write(investigation, "investigation.task", "", id, Map.of(), who);
    return id;
  }

  /**
   * Marks a task as done, or as open again; repeating it changes nothing.
   *
   * @throws NotFound if the investigation has no such task
   */
  @Transactional
  public void done(UUID investigation, UUID task, boolean done, SignedIn who) {
    sight.checkOpen(investigation, who);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("now", done ? records.now() : null);
    row.put("user", done ? who.user() : null);
    row.put("done", done);
    row.put("id", task);
    row.put("investigation", investigation);
    int changed =
        db.sql(
                """
                update investigation_task set done_at = :now, done_by = :user
                 where id = :id and investigation = :investigation and (done_at is null) = :done
                """)
            .params(row)
            .update();
    if (changed == 1) {
      records.write(
          investigation,
          done ? "investigation.task-done" : "investigation.task-open",
          "",
          task,
          Map.of(),
          who);
    }
  }

  @Override
  public List<DueThing> due(Map<UUID, String> numbers, Instant before) {
    return db.sql(
            """
            select investigation, due_at from investigation_task
             where investigation = any(cast(:ids as uuid array)) and done_at is null and due_at < :before
             order by due_at, id limit 200
            """)
        .param("ids", UuidArray.of(numbers.keySet()))
        .param("before", Columns.at(before))
        .query(
            (row, i) -> {
              UUID investigation = row.getObject("investigation", UUID.class);
              return new DueThing(
                  investigation,
                  numbers.getOrDefault(investigation, ""),
                  Columns.instant(row, "due_at"),
                  null,
                  "task",
                  "",
                  "tasks");
            })
        .list();
  }
}
