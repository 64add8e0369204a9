package org.passerelle.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** Log converter for the message of an event. */
public final class Words extends ClassicConverter {
  @Override
  public String convert(ILoggingEvent event) {
    return LogRedaction.message(event);
  }
}
