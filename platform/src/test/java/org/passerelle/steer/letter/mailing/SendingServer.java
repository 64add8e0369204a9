package org.passerelle.steer.letter.mailing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.passerelle.PlatformApplication;
import org.passerelle.storage.House;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application over a folder, in this process or in one that a test kills. */
final class SendingServer {
  private SendingServer() {}

  /**
   * Starts it and lets its schedules run.
   *
   * @param arguments folder, and port of the relay
   */
  public static void main(String[] arguments) {
    start(Path.of(arguments[0]), arguments[1], "1s");
  }

  /**
   * Starts it.
   *
   * @param after when it begins to send
   */
  static ConfigurableApplicationContext start(Path folder, String relay, String after) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(House.RUNNING_SCHEDULES, "true");
    settings.put("server.port", "0");
    settings.put("server.tomcat.basedir", folder.resolve("tomcat").toString());
    settings.put("passerelle.data", folder.resolve("data").toString());
    settings.put("passerelle.node-key", folder.resolve("data.key").toString());
    settings.put("passerelle.demo", "false");
    settings.put("passerelle.node", "test");
    settings.put("passerelle.warming", "PT0S");
    settings.put("passerelle.address", "https://letter.example.org");
    settings.put("passerelle.mail-from", "letter@example.org");
    settings.put("spring.mail.host", "localhost");
    settings.put("spring.mail.port", relay);
    settings.put("schedule.steer.letter-mail.after", after);
    settings.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + folder.resolve("data").resolve("passerelle")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
            + ";LOCK_TIMEOUT=30000;QUERY_CACHE_SIZE=256");
    return new SpringApplicationBuilder(PlatformApplication.class)
        .registerShutdownHook(false)
        .properties(settings)
        .run(
            settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
  }
}
