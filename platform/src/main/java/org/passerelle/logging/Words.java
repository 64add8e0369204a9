package org.passerelle.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** What an event says, in the pattern of the log. */
public final class Words extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return Sayable.message(event);
  }
}
