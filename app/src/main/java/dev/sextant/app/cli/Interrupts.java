package dev.sextant.app.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Ctrl-C, TERM and HUP while something runs that wants to end well. Closing it gives the signals back.
///
/// The JVM has no public way to hear a signal more than once; `sun.misc.Signal` has been there since Java 1.2, and is
/// called by reflection because the compiler warns of every direct use. Where it is missing, a signal ends the process
/// at once.
final class Interrupts implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");

    private record Heard(Object signal, Object before) {}

    private final AtomicInteger count = new AtomicInteger();
    private final List<Heard> heard = new ArrayList<>();
    private final IntConsumer listener;

    private Interrupts(IntConsumer listener) {
        this.listener = listener;
    }

    /// Listens from now on.
    ///
    /// @param listener told of each signal, with how many there were: 1 for the first; called on a thread of the JVM
    static Interrupts listen(IntConsumer listener) {
        var interrupts = new Interrupts(listener);
        NAMES.forEach(interrupts::hear);
        return interrupts;
    }

    private void hear(String name) {
        try {
            var type = Class.forName("sun.misc.Signal");
            var handlerType = Class.forName("sun.misc.SignalHandler");
            var signal = type.getConstructor(String.class).newInstance(name);
            var handler = Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[] {handlerType}, this::called);
            heard.add(new Heard(signal, handle(type, handlerType).invoke(null, signal, handler)));
        } catch (ClassNotFoundException | NoSuchMethodException | InstantiationException | IllegalAccessException
                | InvocationTargetException missing) {
            // A JVM started with -Xrs keeps signals to itself; they then end the process, as they do without a listener.
        }
    }

    private static Method handle(Class<?> type, Class<?> handlerType) throws NoSuchMethodException {
        return type.getMethod("handle", type, handlerType);
    }

    private Object called(Object handler, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(handler);
            case "equals" -> System.identityHashCode(handler) == System.identityHashCode(arguments[0]);
            case "toString" -> "a listener to signals";
            default -> {
                listener.accept(count.incrementAndGet());
                yield handler;
            }
        };
    }

    /// How many signals there were.
    int count() {
        return count.get();
    }

    @Override
    public void close() {
        for (var one : heard) {
            try {
                var handlerType = Class.forName("sun.misc.SignalHandler");
                handle(one.signal().getClass(), handlerType).invoke(null, one.signal(), one.before());
            } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InvocationTargetException gone) {
                throw new IllegalStateException("A signal cannot be given back.", gone);
            }
        }
    }
}
