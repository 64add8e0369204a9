package org.passerelle.develop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.passerelle.cli.Passerelle;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Draws {@code docs/configuration.md} from the code: variables of the environment, settings of the
 * server, options of every command, each with its meaning and default. A test compares the page,
 * and {@code ./passerelle develop renew} writes it.
 */
final class ConfigurationPage {
  private static final String HEAD =
      """
      # Settings and options

      Made from the code by `ConfigurationPage`; a test compares this page with the code, and `./passerelle develop renew` writes it anew. How an installation is set up step by step: [administrator's guide](guide/administrator.md). Limits and waiting times that are fixed in the code: [recipes.md](recipes.md#where-limits-and-waiting-times-stand).

      """;
  private static final String SERVER =
      """
      ## Settings of the server
      Most installations need only the options of [`serve`](#serve). The settings below go into the environment, named in capitals with `_` for dots and hyphens (`passerelle.mail-from` becomes `PASSERELLE_MAIL_FROM`), or into a file named by `SPRING_CONFIG_ADDITIONAL_LOCATION`. An option of `serve` wins over the setting of the same meaning, and what is *always set by `serve`* can be changed only by its option.

      """;

  private final Path home;

  ConfigurationPage(Path home) {
    this.home = home;
  }

  /** Writes the page of the checkout that the first argument names. */
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    Files.writeString(home.resolve("docs/configuration.md"), new ConfigurationPage(home).text());
  }

  /** The page as it should stand in the documents. */
  String text() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("## Environment of the launcher\n| variable | meaning |\n|---|---|\n");
    for (Setting one : new Environment(home).all()) {
      page.append(row("`" + one.name() + "`", one.meaning()));
    }
    page.append('\n').append(SERVER).append("| setting | meaning | default |\n|---|---|---|\n");
    Settings settings = new Settings(home);
    for (Setting one : settings.all()) {
      page.append(row("`" + one.name() + "`", one.meaning(), code(one.preset())));
    }
    page.append(
        """

        ## Settings of Spring that ship with the program
        Set in `application.properties`; change them only with a reason.

        | setting | value | why |
        |---|---|---|
        """);
    for (Setting one : settings.shipped()) {
      page.append(row("`" + one.name() + "`", code(one.preset()), one.meaning()));
    }
    page.append(
        """

        ## Recurring tasks
        Set in `schedules.properties`; change them only with a reason. `schedule.NAME.after` is how long after the start a task runs first, `schedule.NAME.every` how long after the end of one run the next begins.

        | task | what it does | after | every |
        |---|---|---|---|
        """);
    for (Schedules.Task task : new Schedules(home).all()) {
      String every = task.times().getOrDefault("every", task.times().getOrDefault("cron", ""));
      page.append(
          row(
              "`" + task.name() + "`",
              task.what(),
              code(task.times().getOrDefault("after", "")),
              code(every)));
    }
    page.append("\n## Options of the commands\n");
    commands(page, Passerelle.commandLine());
    return page.toString();
  }

  private static void commands(StringBuilder page, CommandLine parent) {
    for (CommandLine command : parent.getSubcommands().values()) {
      if (command.getCommandName().equals("help")) {
        continue;
      }
      String name = command.getCommandSpec().qualifiedName().replaceFirst("^passerelle ", "");
      page.append("\n### ").append(name).append('\n');
      String[] description = command.getCommandSpec().usageMessage().description();
      page.append(String.join(" ", description)).append("\n\n");
      arguments(page, command);
      commands(page, command);
    }
  }

  private static void arguments(StringBuilder page, CommandLine command) {
    List<OptionSpec> options =
        command.getCommandSpec().options().stream()
            .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
            .toList();
    List<PositionalParamSpec> positions =
        command.getCommandSpec().positionalParameters().stream().filter(p -> !p.hidden()).toList();
    if (options.isEmpty() && positions.isEmpty()) {
      return;
    }
    page.append("| argument | meaning | default |\n|---|---|---|\n");
    for (PositionalParamSpec position : positions) {
      page.append(row("`" + position.paramLabel() + "`", meaning(position), preset(position)));
    }
    for (OptionSpec option : options) {
      String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      page.append(row("`" + option.longestName() + value + "`", meaning(option), preset(option)));
    }
  }

  private static String meaning(ArgSpec argument) {
    return String.join(" ", argument.description())
        .replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates(argument)))
        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
        .replace("%n", " ")
        .replace("%%", "%");
  }

  private static Iterable<String> candidates(ArgSpec argument) {
    Iterable<String> candidates = argument.completionCandidates();
    return candidates == null ? List.of() : candidates;
  }

  private static String preset(ArgSpec argument) {
    String preset = argument.defaultValue();
    if (preset == null && argument.initialValue() instanceof Number number) {
      preset = String.format(Locale.ROOT, "%s", number);
    }
    if (argument.required() && preset == null) {
      return "required";
    }
    return preset == null ? "" : code(preset);
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String row(String... cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    return row.append('\n').toString();
  }
}
