/**
 * The safety of a person: what happened to them, how far they may come to harm, and what is done
 * when danger comes.
 */
@NullMarked
package org.passerelle.protect.safety;

import org.jspecify.annotations.NullMarked;
