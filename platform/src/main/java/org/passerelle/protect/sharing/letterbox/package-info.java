/**
 * Letterboxes for countries without a node. The contact point has a letterbox on the sender's node.
 * Dossiers stay encrypted there until somebody opens them with two secrets sent separately, a link
 * by mail and a code by telephone; the answers take effect like messages from another node.
 */
@NamedInterface("letterbox")
@NullMarked
package org.passerelle.protect.sharing.letterbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
