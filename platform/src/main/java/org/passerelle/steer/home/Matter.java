package org.passerelle.steer.home;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Kind;
import org.passerelle.steer.calendar.CalendarEvent;
import org.passerelle.steer.calendar.Clash;
import org.passerelle.steer.programme.GrantSteps;

/** One thing of the register that a programme manager has to attend to. */
public sealed interface Matter {

  /** The last day on which it is in time; null if the register knows none. */
  @Nullable LocalDate on();

  /** What a grant waits for: a report, a tranche, an answer, a decision. */
  record OfGrant(Entry grant, GrantSteps.Due due) implements Matter {
    @Override
    public @Nullable LocalDate on() {
      PartialDate on = due.on();
      return on == null || !isDeadline() ? null : on.latest();
    }

    /** Whether its date is a deadline. An answer or an acceptance has waited since its date. */
    private boolean isDeadline() {
      return switch (due.what()) {
        case TRANCHE, REPORT -> true;
        case ANSWER, REPORT_AGAIN, ACCEPTANCE, RENEWAL -> false;
      };
    }
  }

  /** A partnership that ends, or whose last day has passed without its being ended. */
  record Ending(Entry partnership, LocalDate on) implements Matter {}

  /**
   * Two events on the same days in different places.
   *
   * @param on their first common day, or today if that has begun
   */
  record Clashing(Clash clash, LocalDate on) implements Matter {}

  /** An event to come. */
  record Coming(CalendarEvent event, LocalDate on) implements Matter {}

  /**
   * An entry with a text that was changed in one language after it was translated.
   *
   * @param languages those that are behind
   */
  record Behind(Entry entry, List<String> languages) implements Matter {
    public Behind {
      languages = List.copyOf(languages);
    }

    @Override
    public @Nullable LocalDate on() {
      return null;
    }
  }

  /** More such entries of a kind than are named one by one. */
  record ManyBehind(Kind kind, int count) implements Matter {
    @Override
    public @Nullable LocalDate on() {
      return null;
    }
  }

  /**
   * A project whose payments are out of step with its time.
   *
   * @param paid share of the available amount that was paid, in percent; may exceed 100
   * @param gone share of its time that has passed, 0 to 100 percent
   */
  record Spending(Entry project, int paid, int gone) implements Matter {
    @Override
    public @Nullable LocalDate on() {
      return null;
    }
  }
}
