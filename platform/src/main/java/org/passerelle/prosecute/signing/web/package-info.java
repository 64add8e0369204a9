/** Pages. */
@NullMarked
package org.passerelle.prosecute.signing.web;

import org.jspecify.annotations.NullMarked;
