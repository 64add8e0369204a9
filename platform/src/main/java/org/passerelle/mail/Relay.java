package org.passerelle.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * The mail relay configured by the operator ({@code spring.mail.host} and related settings, {@code
 * passerelle.mail-from}), if there is one. Mails cross networks unencrypted: they contain no name,
 * no place and no reason.
 */
@Component
public class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private final ObjectProvider<JavaMailSender> sender;
  private final String from;

  Relay(ObjectProvider<JavaMailSender> sender, @Value("${passerelle.mail-from:}") String from) {
    this.sender = sender;
    this.from = from;
  }

  /** Whether mail can be sent. */
  public boolean there() {
    return sender.getIfAvailable() != null && !from.isBlank();
  }

  /** Passes a mail to the relay; false if it was not accepted, or there is no relay. */
  public boolean send(String to, String subject, String text) {
    JavaMailSender relay = sender.getIfAvailable();
    if (relay == null || from.isBlank()) {
      return false;
    }
    SimpleMailMessage mail = new SimpleMailMessage();
    mail.setFrom(from);
    mail.setTo(to);
    mail.setSubject(subject);
    mail.setText(text);
    try {
      relay.send(mail);
      return true;
    } catch (MailException e) {
      // the address and the text of the relay's answer must not be logged
      LOG.warn("A mail did not go: {}.", e.getClass().getSimpleName());
      return false;
    }
  }
}
