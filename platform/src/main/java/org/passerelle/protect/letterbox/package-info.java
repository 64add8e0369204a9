/**
 * A country without a node: its contact point has a letterbox in the sender's house. What is sent
 * there lies sealed until somebody opens it with two secrets that travelled apart, a link by mail
 * and a code by telephone; what they answer takes effect as a message of another node would.
 */
@NamedInterface("letterbox")
@NullMarked
package org.passerelle.protect.letterbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
