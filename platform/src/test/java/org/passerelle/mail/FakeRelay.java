package org.passerelle.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A relay that answers by the name before the at sign, and notes whose mail it got to its end.
 * Clients may end as they like.
 */
public final class FakeRelay implements AutoCloseable {
  /** It says that there is nobody of this name. */
  static final String UNKNOWN = "unknown";

  /** It does not take a mail that it has wholly. */
  static final String FULL = "full";

  /** It will never take a mail that it has wholly. */
  static final String NEVER = "never";

  /** It ends the connection instead of answering to the last line. */
  static final String SILENT = "silent";

  private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final ServerSocket socket;
  private final Thread server;
  private volatile Socket talking = new Socket();

  public FakeRelay() throws IOException {
    answers.put(UNKNOWN, "550 5.1.1 nobody of this name");
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    server = new Thread(this::serve, "relay");
    server.setDaemon(true);
    server.start();
  }

  /** From now on it says this to the address of a name: a reply of RFC 5321. */
  public void answers(String name, String reply) {
    answers.put(name, reply);
  }

  /** From now on it takes mail to this name, as to any. */
  public void takes(String name) {
    answers.remove(name);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Names of those whose mail came to its last line, in order. */
  public List<String> ended() {
    synchronized (ended) {
      return List.copyOf(ended);
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talking = client;
        talk(client);
      } catch (IOException e) {
        // the client went, or the test is over
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    say(out, "220 relay");
    String name = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      if (command.startsWith("RCPT")) {
        name = line.substring(line.indexOf('<') + 1, line.indexOf('@'));
        say(out, answers.getOrDefault(name, "250 ok"));
      } else if (command.equals("DATA")) {
        say(out, "354 go on");
        if (!isWhole(in)) {
          return;
        }
        ended.add(name);
        if (name.equals(SILENT)) {
          return;
        }
        say(out, answer(name));
      } else if (command.equals("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static String answer(String name) {
    return switch (name) {
      case FULL -> "452 4.2.2 no room";
      case NEVER -> "554 5.7.1 not this mail";
      default -> "250 taken";
    };
  }

  private static boolean isWhole(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
    return line != null;
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /**
   * Whoever connects afterwards is refused: until its thread has ended, one more could be heard.
   */
  @Override
  public void close() throws IOException {
    socket.close();
    talking.close();
    try {
      server.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
