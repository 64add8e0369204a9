package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A command that runs alone behaves as it does among all. */
class PasserelleTest {
  private static String said(CommandLine line, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);
    return line.setOut(to).setErr(to).execute(arguments) + "\n" + out;
  }

  @Test
  void everyCommandIsFoundByTheNameItCallsItself() {
    Map<String, CommandLine> all = Passerelle.commandLine().getSubcommands();
    assertThat(all).hasSizeGreaterThan(15);
    all.forEach(
        (name, line) -> {
          CommandLine.Command command =
              Objects.requireNonNull(
                  line.getCommand().getClass().getAnnotation(CommandLine.Command.class));
          assertThat(command.name()).isEqualTo(name);
          assertThat(command.aliases()).isEmpty();
        });
  }

  @Test
  void aloneItSaysWhatItSaysAmongAll() {
    for (String name : Passerelle.commandLine().getSubcommands().keySet()) {
      CommandLine alone = Passerelle.commandLineFor(name, "--help");
      assertThat(alone.getSubcommands()).as(name).containsKey(name);
      assertThat(said(alone, name, "--help"))
          .as(name)
          .isEqualTo(said(Passerelle.commandLine(), name, "--help"));
      assertThat(said(Passerelle.commandLineFor(name, "--nonsense"), name, "--nonsense"))
          .as(name)
          .isEqualTo(said(Passerelle.commandLine(), name, "--nonsense"));
    }
  }

  @Test
  void onlyTheCommandThatIsAskedForIsLoaded() {
    assertThat(Passerelle.commandLineFor("same-name", "a", "b").getSubcommands())
        .containsOnlyKeys("same-name");
    int all = Passerelle.commandLine().getSubcommands().size();
    for (String[] other : new String[][] {{}, {"help", "link"}, {"--version"}, {"samename"}}) {
      assertThat(Passerelle.commandLineFor(other).getSubcommands()).hasSize(all);
    }
  }
}
