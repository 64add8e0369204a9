package org.passerelle.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.Terminal;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeKeyFile;
import org.passerelle.storage.keys.OwnersOnly;
import org.passerelle.storage.keys.RecoveryShares;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands for the node's key: lock it, split it for recovery, change it. */
@Command(
    name = "key",
    description = "The node key: lock it with a passphrase, split it for recovery, change it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      NodeKey.Lock.class,
      NodeKey.Unlock.class,
      NodeKey.Split.class,
      NodeKey.Recover.class,
      NodeKey.Rotate.class,
      CommandLine.HelpCommand.class
    })
final class NodeKey implements Runnable {
  private static final int SHORTEST = 15;

  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Options that select the key. */
  static final class Named {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Data folder; default var/data beside the program.")
    @Nullable Path data;

    @Mixin NodeKeyOptions nodeKey = new NodeKeyOptions();

    Path folder() {
      return Folders.data(data, false);
    }

    NodeKeyFile read() {
      return nodeKey.read(folder());
    }
  }

  @Command(
      name = "lock",
      description =
          "Locks the key with a passphrase, which the server then asks for at each start.",
      mixinStandardHelpOptions = true)
  static final class Lock implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin Named named = new Named();

    @Option(
        names = "--new-passphrase-file",
        paramLabel = "FILE",
        description = "File with the new passphrase; by default it is asked for at the console.")
    @Nullable Path file;

    @Override
    public Integer call() {
      NodeKeyFile key = named.read();
      char[] passphrase = passphrase();
      if (passphrase.length < SHORTEST) {
        throw new BadInput(
            "The passphrase needs at least %d characters; it has %d. Maybe use six random words."
                .formatted(SHORTEST, passphrase.length));
      }
      SecureRandom random = new SecureRandom();
      key.locked(passphrase, random).write(random);
      spec.commandLine().getOut().printf("%s is locked.%n", key.file());
      return 0;
    }

    private char[] passphrase() {
      if (file != null) {
        return NodeKeyOptions.fromFile(file);
      }
      Console console =
          Terminal.here()
              .orElseThrow(
                  () ->
                      new BadInput(
                          "There is no console. Specify a file with --new-passphrase-file."));
      char[] once = console.readPassword("New passphrase: ");
      char[] twice = console.readPassword("Once more: ");
      if (!Arrays.equals(once, twice)) {
        throw new BadInput("The two entries differ. Nothing was changed.");
      }
      return once;
    }
  }

  @Command(
      name = "unlock",
      description = "Stores the key without a passphrase.",
      mixinStandardHelpOptions = true)
  static final class Unlock implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin Named named = new Named();

    @Override
    public Integer call() {
      NodeKeyFile key = named.read();
      key.unlocked().write(new SecureRandom());
      spec.commandLine().getOut().printf("%s opens without a passphrase now.%n", key.file());
      return 0;
    }
  }

  @Command(
      name = "split",
      description = {
        "Writes three shares of the key; any two restore it, one alone reveals nothing.",
        "Give each to a different person, on paper, and delete the files."
      },
      mixinStandardHelpOptions = true)
  static final class Split implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin Named named = new Named();

    @Option(
        names = "--out",
        paramLabel = "DIR",
        required = true,
        description = "Folder for share-1.txt, share-2.txt and share-3.txt.")
    Path folder = Path.of("");

    @Override
    public Integer call() {
      if (!Files.isDirectory(folder)) {
        throw new BadInput("There is no folder %s. Maybe create it.".formatted(folder));
      }
      List<Path> files =
          List.of("share-1.txt", "share-2.txt", "share-3.txt").stream()
              .map(folder::resolve)
              .toList();
      for (Path file : files) {
        if (Files.exists(file)) {
          throw new BadInput("%s already exists. Nothing was written.".formatted(file));
        }
      }
      List<String> shares = RecoveryShares.split(named.read(), new SecureRandom());
      for (int i = 0; i < files.size(); i++) {
        writeForOwner(files.get(i), shares.get(i) + "\n");
        spec.commandLine().getOut().println(files.get(i));
      }
      return 0;
    }
  }

  @Command(
      name = "recover",
      description = "Restores the key file from two shares.",
      mixinStandardHelpOptions = true)
  static final class Recover implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Parameters(arity = "2", paramLabel = "SHARE", description = "Files with one share each.")
    List<Path> shares = List.of();

    @Option(names = "--key", paramLabel = "FILE", required = true, description = "File to write.")
    Path file = Path.of("");

    @Override
    public Integer call() {
      if (Files.exists(file)) {
        throw new BadInput("%s already exists. Nothing was written.".formatted(file));
      }
      try {
        byte[] key = RecoveryShares.join(read(shares.get(0)), read(shares.get(1)));
        NodeKeyFile.of(file, key).write(new SecureRandom());
      } catch (IllegalArgumentException e) {
        throw new BadInput(BadInput.sentence(e));
      }
      spec.commandLine().getOut().printf("%s was restored.%n", file);
      return 0;
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new BadInput(
            "The share %s cannot be read: %s.".formatted(file, BadInput.sentence(e)));
      }
    }
  }

  @Command(
      name = "rotate",
      description = {
        "Gives the node and every organisation a new key, even while the server runs.",
        "Afterwards create new shares and a new backup: older ones need the former key."
      },
      mixinStandardHelpOptions = true)
  static final class Rotate implements Callable<Integer> {
    @Spec CommandSpec spec;
    @Mixin Named named = new Named();
    @Mixin DestroyedList destroyed = new DestroyedList();

    @Override
    public Integer call() {
      Path folder = named.folder();
      PrintWriter out = spec.commandLine().getOut();
      int wrapped;
      if (DataFolder.inUse(folder)) {
        ServerFile.Running running =
            ServerFile.read(folder)
                .orElseThrow(
                    () ->
                        new BadInput(
                            "The Passerelle on %s is starting or stopping. Maybe try again in a moment."
                                .formatted(folder)));
        wrapped =
            Integer.parseInt(
                new String(RunningServer.get(running, "/house/key/rotate"), StandardCharsets.UTF_8)
                    .strip());
      } else {
        wrapped = rotate(folder);
      }
      out.printf(
          "Changed. %,d keys were rewrapped. Create new shares and a new backup.%n", wrapped);
      return 0;
    }

    private int rotate(Path folder) {
      Path file = named.nodeKey.file(folder);
      named.read();
      try (KeyStore keys =
          KeyStore.open(
              folder,
              file,
              named.nodeKey.check(folder),
              destroyed.of(file),
              new SecureRandom(),
              Clock.systemUTC())) {
        int wrapped = 0;
        for (UUID organisation : keys.organisations()) {
          wrapped += keys.rotate(organisation);
        }
        keys.rotateNode();
        return wrapped;
      }
    }
  }

  private static void writeForOwner(Path file, String content) {
    try {
      OwnersOnly.makeFile(file);
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new BadInput("%s cannot be written (%s).".formatted(file, BadInput.sentence(e)));
    }
  }
}
