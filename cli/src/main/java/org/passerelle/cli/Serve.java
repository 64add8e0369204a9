package org.passerelle.cli;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformApplication;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.InterruptedReport;
import org.passerelle.cli.terminal.Progress;
import org.passerelle.cli.terminal.ReadyMessage;
import org.passerelle.demo.Filling;
import org.passerelle.storage.keys.Passphrase;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Starts the server, which runs until it is stopped. Errors that the operator can correct are found
 * before anything is started.
 */
@Command(
    name = "serve",
    description = "Starts Passerelle, which runs until it is stopped.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Serve implements Callable<Integer> {
  /** Tells {@link Passerelle#main} that the server keeps running. */
  static final int STAYS_UP = -1;

  private static final int MOST_PEOPLE = 200_000;

  /** Maximum duration of the warm-up; a test sets another one. */
  private static final String WARMED_AT_MOST = "PT12S";

  @Spec CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the database, the key store and the log file; default var/data beside the"
              + " program, or var/demo with --demo.")
  @Nullable Path data;

  @Option(names = "--port", paramLabel = "N", description = "Port to listen on; default 8080.")
  int port = 8080;

  @Option(
      names = "--demo",
      arity = "0..1",
      fallbackValue = "2000",
      paramLabel = "PEOPLE",
      description =
          "A demonstration with that many invented people, default 2000; reachable from this machine only.")
  @Nullable Integer demo;

  // used by demo-region: one of its nodes, and the folder through which they connect
  @Option(names = "--region", hidden = true)
  @Nullable String region;

  @Option(names = "--region-folder", hidden = true)
  @Nullable Path regionFolder;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Mixin PublicOptions pages = new PublicOptions();

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "Name of this installation in addresses such as organisation@NAME.")
  @Nullable String node;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "Public address; passkeys are bound to its host.")
  @Nullable String address;

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      description = "Network address to listen on; default 127.0.0.1.")
  @Nullable String listen;

  @Option(
      names = "--proxy",
      paramLabel = "ADDRESS",
      description =
          "Network address of the reverse proxy; only its X-Forwarded-For header is trusted."
              + " See the administrator's guide.")
  @Nullable String proxy;

  @Mixin NodeKeyOptions nodeKey = new NodeKeyOptions();

  @Mixin DestroyedList destroyed = new DestroyedList();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "TLS certificate and its chain (PEM).")
  @Nullable Path certificate;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      description = "Private key of the certificate (PEM).")
  @Nullable Path privateKey;

  @Mixin SsoOptions sso = new SsoOptions();

  @Override
  public Integer call() {
    checkOptions();
    if (pages.only) {
      return new ServePublic(this).start();
    }
    sso.properties(demo != null, address);
    Path folder = Folders.data(data, demo != null);
    InetAddress where = Ports.resolve(listen == null ? "127.0.0.1" : listen);
    Tls tls = Tls.of(certificate, privateKey);
    // before anything is written: a mistyped port must leave no folder behind
    Ports.check(where, port);
    Database store = database.of(folder);
    DataFolder opened = DataFolder.open(folder, demo != null);
    try {
      return start(opened, folder, where, tls, store);
    } catch (BadInput problem) {
      opened.release();
      throw problem;
    }
  }

  private int start(DataFolder opened, Path folder, InetAddress where, Tls tls, Database store) {
    store.check(demo != null);
    char[] passphrase = nodeKey.check(folder);
    if (passphrase != null) {
      Passphrase.give(passphrase);
    }
    opened.mark();
    String token = HexFormat.of().formatHex(bytes());
    ConfigurableApplicationContext house =
        start(properties(folder, where, tls, store, token), folder);
    int actual = Integer.parseInt(house.getEnvironment().getProperty("local.server.port", "0"));
    ServerFile.write(folder, new ServerFile.Running(actual, token, tls.fingerprint()));
    ReadyMessage.print(spec.commandLine().getOut(), house, base(tls, where, actual), demo != null);
    return STAYS_UP;
  }

  private void checkOptions() {
    if (region == null && demo != null && (demo < 1 || demo > MOST_PEOPLE)) {
      throw new BadInput("--demo takes 1 to " + MOST_PEOPLE + " people, not " + demo + ".");
    }
    if (port < 0 || port > 65_535) {
      throw new BadInput("--port takes a number from 0 to 65535, not " + port + ".");
    }
    if (demo != null && listen != null && !listen.equals("127.0.0.1")) {
      throw new BadInput(
          "A demonstration is reachable from this machine only: omit --listen or --demo.");
    }
    if (node != null && !node.matches("[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?")) {
      throw new BadInput(
          "--node takes a name of lower-case letters, digits, dots and hyphens, not " + node + ".");
    }
    Addresses.check(address);
    if (proxy != null && !proxy.matches("[0-9a-fA-F.:]{2,45}")) {
      throw new BadInput("--proxy takes a network address such as 127.0.0.1, not " + proxy + ".");
    }
  }

  private Map<String, String> properties(
      Path folder, InetAddress where, Tls tls, Database store, String token) {
    Map<String, String> properties = web(folder, where, tls);
    properties.put("passerelle.node-key", nodeKey.file(folder).toString());
    Path list = destroyed.file;
    if (list != null) {
      properties.put("passerelle.destroyed", list.toAbsolutePath().normalize().toString());
    }
    properties.put("passerelle.demo", String.valueOf(demo != null));
    properties.put("passerelle.demo-cases", String.valueOf(demo == null ? 0 : demo));
    properties.put("passerelle.control-token", token);
    properties.put("passerelle.warming", System.getProperty("passerelle.warming", WARMED_AT_MOST));
    if (region != null && regionFolder != null) {
      properties.put("passerelle.region", region);
      properties.put("passerelle.region-folder", regionFolder.toAbsolutePath().toString());
      properties.put("passerelle.region-answers-go", "00:00");
    }
    properties.putAll(store.properties());
    properties.putAll(database.ownerProperties());
    properties.putAll(pages.properties());
    properties.putAll(sso.properties(demo != null, address));
    return properties;
  }

  /** The properties of a server, whatever it serves. */
  Map<String, String> web(Path folder, InetAddress where, Tls tls) {
    Map<String, String> properties = new LinkedHashMap<>();
    // ignore settings files in the working directory
    properties.put("spring.config.location", "classpath:/");
    properties.put("server.port", String.valueOf(port));
    properties.put("server.address", where.getHostAddress());
    properties.put("passerelle.data", folder.toString());
    properties.put("passerelle.node", node != null ? node : demo != null ? "demo" : "passerelle");
    if (address != null) {
      properties.put("passerelle.address", address);
    }
    properties.put("server.forward-headers-strategy", proxy == null ? "none" : "native");
    if (proxy != null) {
      properties.put(
          "server.tomcat.remoteip.internal-proxies",
          proxy + (proxy.contains(":") ? "/128" : "/32"));
    }
    properties.putAll(tls.properties());
    properties.put("logging.file.name", folder.resolve("log").resolve("passerelle.log").toString());
    properties.put("logging.threshold.console", "off");
    return properties;
  }

  private ConfigurableApplicationContext start(Map<String, String> properties, Path folder) {
    Progress progress = new Progress(spec.commandLine().getOut());
    // silences JDK logging on the console until the log file is open
    LogManager.getLogManager().reset();
    // reports the number of people when filling is stopped
    @Nullable InterruptedReport report = demo == null ? null : new InterruptedReport();
    try {
      ConfigurableApplicationContext house =
          PlatformApplication.start(properties, event -> tell(event, progress));
      progress.end();
      return house;
    } catch (Filling.Stopped stopped) {
      progress.end();
      throw new BadInput(stopped.getMessage() + " The same command resumes from there.");
    } catch (RuntimeException | LinkageError failure) {
      progress.end();
      throw new BadInput(
          "Passerelle could not start: %s Maybe see %s."
              .formatted(
                  BadInput.deepestSentence(failure),
                  folder.resolve("log").resolve("passerelle.log")));
    } finally {
      if (report != null) {
        report.close();
      }
    }
  }

  private static void tell(ApplicationEvent event, Progress progress) {
    if (event instanceof PayloadApplicationEvent<?> told
        && told.getPayload() instanceof Filling.Progress filled) {
      progress.filled(filled);
    }
  }

  String base(Tls tls, InetAddress where, int actual) {
    if (address != null) {
      return address.replaceAll("/+$", "");
    }
    // passkeys need a host name, not a number
    String host =
        where.isLoopbackAddress() || where.isAnyLocalAddress()
            ? "localhost"
            : where.getHostAddress();
    return (tls.used() ? "https" : "http") + "://" + host + ":" + actual;
  }

  private static byte[] bytes() {
    byte[] token = new byte[32];
    new SecureRandom().nextBytes(token);
    return token;
  }
}
