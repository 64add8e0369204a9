package org.passerelle.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * A wrong clock for the server. The packaged program does not know of it: as an agent, this class
 * joins the class path of the process, and as an additional Spring source it provides the clock
 * from which the server takes the time.
 */
@Configuration
public class WrongClock {
  private static final String AHEAD = "passerelle.e2e.ahead";

  /** Called by the JVM; the agent only has to be on the class path. */
  public static void premain(String arguments) {}

  @Bean
  @Primary
  Clock aheadOfTime() {
    return Clock.offset(
        Clock.systemUTC(), Duration.parse(Objects.requireNonNull(System.getProperty(AHEAD))));
  }

  /**
   * Options for a JVM whose server uses this clock, each preceded by a space.
   *
   * @param folder where the file of the agent is put
   */
  static String options(Path folder, Duration ahead) {
    return " -javaagent:%s -Dspring.main.sources=%s -D%s=%s"
        .formatted(agent(folder), WrongClock.class.getName(), AHEAD, ahead);
  }

  private static Path agent(Path folder) {
    Manifest says = new Manifest();
    says.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    says.getMainAttributes().putValue("Premain-Class", WrongClock.class.getName());
    String own = WrongClock.class.getName().replace('.', '/') + ".class";
    try (InputStream code =
        Objects.requireNonNull(WrongClock.class.getClassLoader().getResourceAsStream(own))) {
      Path jar = Files.createTempFile(folder, "wrong-clock", ".jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), says)) {
        out.putNextEntry(new JarEntry(own));
        code.transferTo(out);
        out.closeEntry();
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
