package org.passerelle.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;

/** Log converter for exceptions: types, causes and stack traces; messages only where permitted. */
public final class Failures extends ThrowableHandlingConverter {
  private static final int DEEPEST = 20;

  @Override
  public String convert(ILoggingEvent event) {
    IThrowableProxy failure = event.getThrowableProxy();
    if (failure == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    write(text, failure, "", 0);
    return text.append(System.lineSeparator()).toString();
  }

  private static void write(StringBuilder text, IThrowableProxy failure, String before, int depth) {
    text.append(System.lineSeparator()).append(before).append(failure.getClassName());
    if (failure instanceof ThrowableProxy known
        && known.getThrowable() instanceof SQLException refused) {
      text.append(
          " [SQLSTATE %s, code %d]".formatted(refused.getSQLState(), refused.getErrorCode()));
    }
    String words = LogRedaction.message(failure);
    if (!words.isEmpty()) {
      text.append(": ").append(words);
    }
    StackTraceElementProxy[] calls = failure.getStackTraceElementProxyArray();
    int own = calls.length - failure.getCommonFrames();
    for (int i = 0; i < own; i++) {
      text.append(System.lineSeparator()).append('\t').append(calls[i].getSTEAsString());
    }
    if (failure.getCommonFrames() > 0) {
      text.append(System.lineSeparator())
          .append("\t... %d more".formatted(failure.getCommonFrames()));
    }
    if (depth < DEEPEST && failure.getCause() != null) {
      write(text, failure.getCause(), "Caused by: ", depth + 1);
    }
    for (IThrowableProxy other : failure.getSuppressed()) {
      if (depth < DEEPEST) {
        write(text, other, "Suppressed: ", depth + 1);
      }
    }
  }
}
