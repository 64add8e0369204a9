package org.passerelle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings chosen by the operator at start-up.
 *
 * @param data folder with the embedded database, the key store and the file of the running server
 * @param nodeKey file of the node's key, outside {@code data} so that a copy of the folder alone
 *     opens nothing
 * @param destroyed file of the list of destroyed keys, also outside {@code data}; by default beside
 *     the key
 * @param demo whether this is a demonstration with invented people: reachable from this machine
 *     only, marked on every page
 * @param demoCases number of invented people in a demonstration
 * @param node name of this installation in addresses of the form {@code organisation@node}
 * @param address public address of the server, such as {@code https://passerelle.example}; passkeys
 *     are bound to its host
 */
@ConfigurationProperties("passerelle")
public record PlatformSettings(
    Path data,
    Path nodeKey,
    @Nullable Path destroyed,
    boolean demo,
    int demoCases,
    String node,
    @Nullable String address) {

  /** The list of destroyed keys. */
  public Path destroyedKeys() {
    return destroyed != null ? destroyed : destroyedBeside(nodeKey);
  }

  /** The default path of the list of destroyed keys: beside the node's key. */
  public static Path destroyedBeside(Path nodeKey) {
    return nodeKey.resolveSibling(
        nodeKey.getFileName().toString().replaceAll("\\.key$", "") + ".destroyed");
  }
}
