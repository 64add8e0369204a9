/**
 * What the data protection officer sees of an organisation's own log over a period: who looked at
 * how much and when, what left and on what basis; never what a file says.
 */
@NamedInterface("oversight")
@NullMarked
package org.passerelle.protect.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
