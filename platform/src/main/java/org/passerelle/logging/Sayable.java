package org.passerelle.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which words may stand in the log. Frameworks, drivers and the container put values into their
 * messages (a form's field, the key of a row, the text that could not be parsed); ours hold
 * identifiers and codes. So the words of a failure are kept where our own code wrote them, and of
 * others only where they speak of connections and files; what libraries say by themselves is kept
 * while the house starts or stops, and of those that never see a form or a row.
 */
final class Sayable {
  static final String LEFT_OUT = "(words left out)";
  private static final String OURS = "org.passerelle.";

  /** Their words are addresses of machines and names of files. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "java\\.net\\.\\w+|java\\.nio\\.file\\.\\w+|java\\.io\\.FileNotFoundException");

  private static final Pattern CONNECTION =
      Pattern.compile("(08|28|53|57|58).*|900(20|13|28|30|31|48|67|98)|90121");

  private static final Set<String> KNOW_NO_VALUES =
      Set.of("com.zaxxer.hikari", "org.flywaydb", "org.springframework.boot");

  private Sayable() {}

  /** The message of an event, or what may be said of it. */
  static String message(ILoggingEvent event) {
    String said = String.valueOf(event.getFormattedMessage());
    IThrowableProxy failure = event.getThrowableProxy();
    if (!event.getLoggerName().startsWith(OURS) && !isOfTheMachine(event)) {
      return LEFT_OUT;
    }
    return failure == null ? said : without(said, failure);
  }

  /** The words of a failure, or what may be said of it. */
  static String message(IThrowableProxy failure) {
    String said = failure.getMessage();
    if (said == null || said.isEmpty()) {
      return "";
    }
    if (MACHINERY.matcher(failure.getClassName()).matches() || isOfTheConnection(failure)) {
      return said;
    }
    IThrowableProxy cause = failure.getCause();
    return isOurs(failure) ? cause == null ? said : without(said, cause) : LEFT_OUT;
  }

  /**
   * By SQLSTATE: no connection, no permission, no space, ended by the operator, files that are
   * broken or locked; drivers name machines and files there, never a row.
   */
  private static boolean isOfTheConnection(IThrowableProxy failure) {
    String state =
        failure instanceof ThrowableProxy known
                && known.getThrowable() instanceof SQLException refused
            ? refused.getSQLState()
            : null;
    return state != null && CONNECTION.matcher(state).matches();
  }

  /** Whether our own code made it: then it stands first among those who called. */
  private static boolean isOurs(IThrowableProxy failure) {
    StackTraceElementProxy[] calls = failure.getStackTraceElementProxyArray();
    return failure.getClassName().startsWith(OURS)
        || (calls.length > 0 && calls[0].getStackTraceElement().getClassName().startsWith(OURS));
  }

  private static boolean isOfTheMachine(ILoggingEvent event) {
    String thread = event.getThreadName();
    return thread.equals("main")
        || thread.startsWith("SpringApplicationShutdownHook")
        || KNOW_NO_VALUES.stream().anyMatch(event.getLoggerName()::startsWith);
  }

  /** Somebody else's words within ours. */
  private static String without(String said, IThrowableProxy failure) {
    String left = said;
    Set<IThrowableProxy> seen = new HashSet<>();
    for (@Nullable IThrowableProxy at = failure; at != null && seen.add(at); at = at.getCause()) {
      String words = at.getMessage();
      if (words != null && !words.isEmpty() && message(at).equals(LEFT_OUT)) {
        left = left.replace(words, LEFT_OUT);
      }
    }
    return left;
  }
}
