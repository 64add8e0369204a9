package org.passerelle.cli;

import java.util.concurrent.Callable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.storage.PublishedSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what makes the database account of the public pages. */
@Command(
    name = "public-account",
    description =
        "Prints the SQL that makes the database account of the public pages (serve --public-only).",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class PublicAccount implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--role",
      paramLabel = "NAME",
      description = "Name of the account; default passerelle_public.")
  String role = "passerelle_public";

  @Override
  public Integer call() {
    if (!role.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new BadInput(
          "--role takes a name of lower-case letters, digits and underscores, not %s."
              .formatted(role));
    }
    spec.commandLine().getOut().print(PublishedSchema.account(role));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
