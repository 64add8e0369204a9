/** Pages. */
@NullMarked
package org.passerelle.prosecute.victim.web;

import org.jspecify.annotations.NullMarked;
