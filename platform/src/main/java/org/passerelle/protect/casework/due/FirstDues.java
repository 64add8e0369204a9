package org.passerelle.protect.casework.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.due.Due;
import org.passerelle.protect.casework.cases.team.StandIns;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Selects the due items listed on the Today page: all urgent ones, and the earliest of the others
 * by kind, with the number of those omitted. A hundred old tasks can thus neither hide a person in
 * need nor falsify the count.
 */
@Component
public class FirstDues {
  /**
   * Number of items listed per kind and period, plus one if it is the last; urgent ones are always
   * listed.
   */
  static final int ONE_BY_ONE = 10;

  /** Kind of tasks without a code in the list. */
  private static final String OTHER = "other";

  private final CaseSight sight;
  private final DueWords words;
  private final StandIns standIns;

  FirstDues(CaseSight sight, DueWords words, StandIns standIns) {
    this.sight = sight;
    this.words = words;
    this.standIns = standIns;
  }

  /**
   * A listed item, with the number of further items of the same kind and period that are omitted.
   *
   * @param more greater than 0 only for the last listed item
   * @param kind label of the kind; empty for the kind of other tasks
   */
  public record Told(DueThing thing, int more, String kind) {}

  private record Row(DueWords.Found found, int place, int all, boolean pressing) {
    int more() {
      return !pressing && place == ONE_BY_ONE && all > ONE_BY_ONE + 1 ? all - ONE_BY_ONE : 0;
    }
  }

  /**
   * Selected items, earliest first.
   *
   * @param now items before this time are overdue
   * @param midnight items before this time are due today
   * @param until items before this time are due within a week
   */
  @Transactional(readOnly = true)
  public List<Told> of(SignedIn who, Instant now, Instant midnight, Instant until, Texts texts) {
    List<Row> rows =
        sight
            .sql(
                """
                select * from (
                  select mine.*, mine.kind = any(cast(:pressing as varchar array)) as pressing,
                         row_number() over (partition by mine.kind, mine.detail, mine.span
                                            order by mine.due_at, mine.subject) as place,
                         count(*) over (partition by mine.kind, mine.detail, mine.span) as of_kind
                    from (select d.*, c.code,
                                 case when d.due_at < :now then 0 when d.due_at < :midnight then 1 else 2 end as span
                            from case_due d join {case c} on c.id = d.case_id
                           where d.organisation = :organisation and d.due_at < :until
                             and d.assigned = any(cast(:doers as uuid array))
                             and d.kind = any(cast(:kinds as varchar array)) and {team c}
                          union
                          select d.*, c.code,
                                 case when d.due_at < :now then 0 when d.due_at < :midnight then 1 else 2 end as span
                            from {own c} join case_due d on d.case_id = c.id and d.for_team
                           where d.due_at < :until and d.kind = any(cast(:kinds as varchar array))
                          union
                          select d.*, c.code,
                                 case when d.due_at < :now then 0 when d.due_at < :midnight then 1 else 2 end as span
                            from case_due d join {case c} on c.id = d.case_id
                           where :supervises and d.organisation = :organisation and d.assigned is null
                             and d.due_at < :until and d.kind = any(cast(:kinds as varchar array))
                             and {seen c}) mine) ranked
                 where pressing or place <= :each or of_kind = :each + 1
                 order by due_at, subject, detail
                """,
                who)
            .param("pressing", words.pressing())
            .param("kinds", words.onFirstPage())
            .param("doers", UuidArray.of(standIns.doers(who)))
            .param("supervises", who.is(Role.SUPERVISOR))
            .param("now", Columns.at(now))
            .param("midnight", Columns.at(midnight))
            .param("until", Columns.at(until))
            .param("each", ONE_BY_ONE)
            .query(FirstDues::row)
            .list();
    List<DueThing> things = words.things(rows.stream().map(Row::found).toList(), true, texts);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Due due = row.found.due();
      boolean named = row.more() > 0 && !due.detail().equals(OTHER);
      told.add(new Told(things.get(i), row.more(), named ? words.of(due, texts) : ""));
    }
    return told;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        DueWords.found(row, number),
        row.getInt("place"),
        row.getInt("of_kind"),
        row.getBoolean("pressing"));
  }
}
