package org.passerelle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator chose at start-up.
 *
 * @param data folder that holds the embedded database, the key store and the file of the running
 *     server
 * @param nodeKey file with the node's key; it lies outside {@code data} so that a copy of the
 *     folder alone opens nothing
 * @param destroyed file with the list of destroyed keys, outside {@code data} too; beside the key
 *     unless told
 * @param demo whether this is a demonstration with invented people: loopback only, marked on every
 *     page
 * @param demoCases how many invented people a demonstration holds
 * @param node name of this installation in addresses of the form {@code organisation@node}
 * @param address public address of the house, such as {@code https://passerelle.example}; passkeys
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

  /** Where the list of destroyed keys lies unless told: beside the node's key. */
  public static Path destroyedBeside(Path nodeKey) {
    return nodeKey.resolveSibling(
        nodeKey.getFileName().toString().replaceAll("\\.key$", "") + ".destroyed");
  }
}
