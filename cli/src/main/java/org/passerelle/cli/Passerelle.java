package org.passerelle.cli;

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
    version = "Passerelle 0.2.0",
    subcommands = {
      Serve.class,
      DemoRegion.class,
      TakeBackup.class,
      Restore.class,
      NodeKey.class,
      VerifyAudit.class,
      Approve.class,
      WriteCalendar.class,
      WriteProgramme.class,
      WriteLetter.class,
      EstimateNumbers.class,
      LinkRecords.class,
      AnalyseNetwork.class,
      PublishFigures.class,
      AuditFigures.class,
      CaseFiles.class,
      EncodeRecords.class,
      SameName.class,
      GenerateRecords.class,
      CommandLine.HelpCommand.class
    })
public final class Passerelle implements Runnable {
  @Spec CommandSpec spec;

  private Passerelle() {}

  /** Without a command: lists the commands. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = commandLine().execute(arguments);
    InterruptedReport.said();
    if (code != Serve.STAYS_UP) {
      System.exit(code);
    }
  }

  public static CommandLine commandLine() {
    return new CommandLine(new Passerelle())
        .setExecutionExceptionHandler(
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
