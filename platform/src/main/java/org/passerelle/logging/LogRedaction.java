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
 * Decides which messages may be logged. Frameworks, drivers and the container put values into their
 * messages (a form field, the key of a row, the text that could not be parsed); ours contain
 * identifiers and codes only. Messages are therefore kept if our own code wrote them, and those of
 * others only if they are about connections and files; messages of libraries are kept during start
 * and shutdown, and if the library never sees a form or a row.
 */
final class LogRedaction {
  static final String LEFT_OUT = "(words left out)";
  private static final String OURS = "org.passerelle.";

  /** Loggers whose messages contain only host names and file names. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "java\\.net\\.\\w+|java\\.nio\\.file\\.\\w+|java\\.io\\.FileNotFoundException");

  private static final Pattern CONNECTION =
      Pattern.compile("(08|28|53|57|58).*|900(20|13|28|30|31|48|67|98)|90121");

  private static final Set<String> KNOW_NO_VALUES =
      Set.of("com.zaxxer.hikari", "org.flywaydb", "org.springframework.boot");

  private LogRedaction() {}

  /** The message of an event, or the permitted part of it. */
  static String message(ILoggingEvent event) {
    String said = String.valueOf(event.getFormattedMessage());
    IThrowableProxy failure = event.getThrowableProxy();
    if (!event.getLoggerName().startsWith(OURS) && !isOfTheMachine(event)) {
      return LEFT_OUT;
    }
    return failure == null ? said : without(said, failure);
  }

  /** The message of an exception, or the permitted part of it. */
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
   * By SQLSTATE: no connection, no permission, no space, ended by the operator, corrupt or locked
   * files; there drivers name hosts and files, never a row.
   */
  private static boolean isOfTheConnection(IThrowableProxy failure) {
    String state =
        failure instanceof ThrowableProxy known
                && known.getThrowable() instanceof SQLException refused
            ? refused.getSQLState()
            : null;
    return state != null && CONNECTION.matcher(state).matches();
  }

  /** Whether our own code created the exception: then it is at the top of the stack trace. */
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

  /** Removes another's message embedded in ours. */
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
