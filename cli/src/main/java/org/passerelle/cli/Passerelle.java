package org.passerelle.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.passerelle.cli.network.AnalyseNetwork;
import org.passerelle.cli.records.EncodeRecords;
import org.passerelle.cli.records.GenerateRecords;
import org.passerelle.cli.records.LinkRecords;
import org.passerelle.cli.records.SameName;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.InterruptedReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code ./passerelle COMMAND}. Exit codes: 0 success, 1 a check failed, 2 bad
 * input.
 */
@Command(
    name = "passerelle",
    description =
        "The case management system of a cooperation strategy against trafficking in human beings.",
    mixinStandardHelpOptions = true,
    version = "Passerelle 0.2.0")
public final class Passerelle implements Runnable {
  /** By their names, in the order of the help; a command that runs alone loads no other. */
  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("serve", Serve::new);
    COMMANDS.put("public-account", PublicAccount::new);
    COMMANDS.put("demo-region", DemoRegion::new);
    COMMANDS.put("backup", TakeBackup::new);
    COMMANDS.put("restore", Restore::new);
    COMMANDS.put("key", NodeKey::new);
    COMMANDS.put("verify-audit", VerifyAudit::new);
    COMMANDS.put("approve", Approve::new);
    COMMANDS.put("calendar", WriteCalendar::new);
    COMMANDS.put("iati", WriteProgramme::new);
    COMMANDS.put("letter", WriteLetter::new);
    COMMANDS.put("estimate", EstimateNumbers::new);
    COMMANDS.put("link", LinkRecords::new);
    COMMANDS.put("network", AnalyseNetwork::new);
    COMMANDS.put("publish", PublishFigures::new);
    COMMANDS.put("audit", AuditFigures::new);
    COMMANDS.put("case-file", CaseFiles::new);
    COMMANDS.put("encode", EncodeRecords::new);
    COMMANDS.put("same-name", SameName::new);
    COMMANDS.put("generate-records", GenerateRecords::new);
    COMMANDS.put("help", CommandLine.HelpCommand::new);
  }

  @Spec CommandSpec spec;

  private Passerelle() {}

  /** Without a command: lists the commands. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = commandLineFor(arguments).execute(arguments);
    InterruptedReport.said();
    if (code != Serve.STAYS_UP) {
      System.exit(code);
    }
  }

  /** With all commands. */
  public static CommandLine commandLine() {
    return with(COMMANDS.keySet());
  }

  /** With the one command that the arguments begin with; with all, if they begin otherwise. */
  static CommandLine commandLineFor(String... arguments) {
    boolean isOne =
        arguments.length > 0 && COMMANDS.containsKey(arguments[0]) && !arguments[0].equals("help");
    return isOne ? with(Set.of(arguments[0])) : commandLine();
  }

  private static CommandLine with(Set<String> names) {
    CommandLine root = new CommandLine(new Passerelle());
    for (String name : names) {
      root.addSubcommand(name, COMMANDS.getOrDefault(name, CommandLine.HelpCommand::new).get());
    }
    return root.setExecutionExceptionHandler(
            (exception, line, result) -> {
              line.getErr().println("passerelle: " + BadInput.sentence(exception));
              return exception instanceof BadInput ? 2 : 1;
            })
        .setParameterExceptionHandler(
            (exception, arguments) -> {
              CommandLine line = exception.getCommandLine();
              line.getErr()
                  .printf(
                      "passerelle: %s. Maybe see %s --help.%n",
                      BadInput.sentence(exception).replaceAll("[.]$", ""),
                      line.getCommandSpec().qualifiedName());
              return 2;
            });
  }
}
