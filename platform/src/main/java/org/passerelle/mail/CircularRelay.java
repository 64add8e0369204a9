package org.passerelle.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends circulars over one connection to the operator's relay. A relay takes a mail when it gets
 * its last line; just before that line the caller is asked, so that a mail of which nobody knows
 * whether it arrived was at least never sent before. Addresses and answers of the relay are not
 * logged. Safe for concurrent use.
 */
@Component
public class CircularRelay {
  private static final Logger LOG = LoggerFactory.getLogger(CircularRelay.class);

  /** What a transport passes on of a relay's answer begins with the answer's code (RFC 5321). */
  private static final Pattern ANSWER = Pattern.compile("(?s)[45][0-9]{2}[ -].*");

  /**
   * There is no such mailbox, by the codes of RFC 3463. All else is about whoever sends, about this
   * server or about rules, and no reader is to lose the letter by it: a relay says {@code 550} to
   * all of them while it is set up wrongly.
   */
  private static final Pattern NO_MAILBOX =
      Pattern.compile("(?s)55[013][ -]5\\.1\\.(?:[1236]|10)\\b.*");

  private final ObjectProvider<JavaMailSender> sender;
  private final String from;

  CircularRelay(
      ObjectProvider<JavaMailSender> sender, @Value("${passerelle.mail-from:}") String from) {
    this.sender = sender;
    this.from = from;
  }

  /** What became of a mail. */
  public enum Outcome {
    /** The relay took it. */
    SENT,
    /** It did not go; it can be tried again. */
    LATER,
    /** The relay says that there is no such mailbox. */
    REFUSED,
    /** The relay got all of it and will never take it; says nothing of the address. */
    REJECTED,
    /** All of it was sent, and the connection ended before the answer. */
    UNKNOWN
  }

  /** Follows a batch. */
  public interface Log {
    /**
     * Called when the relay has all of a mail but its last line.
     *
     * @return whether to send that line; otherwise the mail is dropped
     */
    boolean ending(Circular mail);

    /** What became of a mail, before the next one is begun. */
    void ended(Circular mail, Outcome outcome);
  }

  /** Whether mail can be sent. */
  public boolean there() {
    return sender.getIfAvailable() instanceof JavaMailSenderImpl && !from.isBlank();
  }

  /** Sends a batch, one mail after the other. */
  public void send(List<Circular> mails, Log log) {
    if (!(sender.getIfAvailable() instanceof JavaMailSenderImpl relay) || from.isBlank()) {
      mails.forEach(mail -> log.ended(mail, Outcome.LATER));
      return;
    }
    Session session = relay.getSession();
    String protocol = relay.getProtocol() == null ? "smtp" : relay.getProtocol();
    try (Transport transport = session.getTransport(protocol)) {
      boolean answers = true;
      for (Circular mail : mails) {
        answers = answers && isConnected(transport, relay);
        log.ended(mail, answers ? one(mail, session, transport, log) : Outcome.LATER);
      }
    } catch (MessagingException e) {
      LOG.warn("The connection to the mail relay ended badly: {}.", e.getClass().getSimpleName());
    }
  }

  private static boolean isConnected(Transport transport, JavaMailSenderImpl relay) {
    try {
      if (!transport.isConnected()) {
        transport.connect(
            relay.getHost(), relay.getPort(), relay.getUsername(), relay.getPassword());
      }
      return true;
    } catch (MessagingException e) {
      LOG.warn("The mail relay does not answer: {}.", e.getClass().getSimpleName());
      return false;
    }
  }

  private Outcome one(Circular mail, Session session, Transport transport, Log log) {
    @Nullable Ending message = null;
    try {
      message = written(mail, session, log);
      transport.sendMessage(message, message.getAllRecipients());
      return Outcome.SENT;
    } catch (MessagingException | IOException e) {
      LOG.warn("A circular did not go: {}.", e.getClass().getSimpleName());
      return outcome(e, message != null && message.ended);
    }
  }

  private Ending written(Circular mail, Session session, Log log)
      throws MessagingException, IOException {
    Ending message = new Ending(session, () -> log.ending(mail));
    MimeMessageHelper parts =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
    parts.setFrom(from, mail.sender());
    parts.setTo(mail.to());
    parts.setSubject(mail.subject());
    parts.setText(mail.text(), mail.html());
    message.setHeader("Content-Language", mail.language());
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!mail.leave().isEmpty()) {
      message.setHeader("List-Unsubscribe", "<" + mail.leave() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.saveChanges();
    // the same for every attempt, so that a mailbox recognises the second
    message.setHeader(
        "Message-ID", "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
    return message;
  }

  private static Outcome outcome(Exception failure, boolean ended) {
    boolean answered = false;
    boolean forGood = false;
    boolean named = false;
    boolean nobody = false;
    for (Throwable at = failure; at != null; at = next(at)) {
      named |=
          at instanceof SendFailedException sent
              && sent.getInvalidAddresses() != null
              && sent.getInvalidAddresses().length > 0;
      String reply = at.getMessage() == null ? "" : at.getMessage();
      nobody |= NO_MAILBOX.matcher(reply).matches();
      if (ANSWER.matcher(reply).matches()) {
        answered = true;
        forGood |= reply.charAt(0) == '5';
      }
    }
    if (named && nobody) {
      return Outcome.REFUSED;
    }
    if (!ended) {
      // before the mail a 5 may be about the password or the sender, which an operator mends
      return Outcome.LATER;
    }
    return !answered ? Outcome.UNKNOWN : forGood ? Outcome.REJECTED : Outcome.LATER;
  }

  private static @Nullable Throwable next(Throwable at) {
    Exception joined = at instanceof MessagingException mail ? mail.getNextException() : null;
    return joined != null ? joined : at.getCause();
  }

  /** Asked before its last line. */
  @FunctionalInterface
  private interface Asked {
    boolean mayEnd();
  }

  private static final class Ending extends MimeMessage {
    private final Asked asked;
    private boolean ended;

    Ending(Session session, Asked asked) {
      super(session);
      this.asked = asked;
    }

    /** The transport writes the message and then, by itself, the line that ends it. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
      super.writeTo(out, ignored);
      out.flush();
      if (!asked.mayEnd()) {
        throw new IOException("This mail was sent before.");
      }
      ended = true;
    }
  }
}
