/** Pages. */
@NullMarked
package org.passerelle.prosecute.proceeding.web;

import org.jspecify.annotations.NullMarked;
