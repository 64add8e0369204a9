package org.passerelle.e2e;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relay on this machine that takes every mail and hands none on (RFC 5321, as far as it is
 * needed): what it took can be looked through for links.
 */
final class Mailbox implements AutoCloseable {
  private final ServerSocket door;
  private final List<String> mails = new CopyOnWriteArrayList<>();

  private Mailbox(ServerSocket door) {
    this.door = door;
  }

  static Mailbox open() {
    try {
      Mailbox box = new Mailbox(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread keeper = new Thread(box::serve, "mailbox");
      keeper.setDaemon(true);
      keeper.start();
      return box;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        talk(caller);
      } catch (IOException e) {
        // whoever hung up calls again; a closed door ends the loop
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader heard =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream said = caller.getOutputStream();
    say(said, "220 mailbox");
    for (String line = heard.readLine(); line != null; line = heard.readLine()) {
      String order = line.toUpperCase(Locale.ROOT);
      if (order.startsWith("QUIT")) {
        say(said, "221 bye");
        return;
      }
      if (order.equals("DATA")) {
        say(said, "354 go on");
        mails.add(mail(heard));
      }
      say(said, "250 taken");
    }
  }

  private static String mail(BufferedReader heard) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = heard.readLine();
        line != null && !line.equals(".");
        line = heard.readLine()) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString();
  }

  private static void say(OutputStream to, String line) throws IOException {
    to.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    to.flush();
  }

  /** Waits for a mail with a link and gives its path. */
  String path(Pattern link) {
    Eventually.is(link + " in a mail", () -> mails.stream().anyMatch(m -> found(m, link).find()));
    Matcher last = found(mails.get(mails.size() - 1), link);
    if (last.find()) {
      return last.group();
    }
    throw new AssertionError("The last mail has no " + link);
  }

  private static Matcher found(String mail, Pattern link) {
    try {
      MimeMessage read =
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
      return link.matcher(text(read));
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(mail, e);
    }
  }

  private static String text(Part part) throws IOException, MessagingException {
    if (!(part.getContent() instanceof Multipart parts)) {
      return String.valueOf(part.getContent());
    }
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart one = parts.getBodyPart(i);
      all.append(text(one)).append('\n');
    }
    return all.toString();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
