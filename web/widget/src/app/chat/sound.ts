/** A short soft tone, made on the spot: no file to load. */
export function playTone(): void {
  try {
    const audio = new AudioContext();
    const volume = audio.createGain();
    volume.connect(audio.destination);
    volume.gain.setValueAtTime(0.0001, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.08, audio.currentTime + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.35);
    note(audio, volume, 660, 0);
    note(audio, volume, 880, 0.11);
    setTimeout(() => void audio.close(), 600);
  } catch {
    // No sound device, or the browser wants a gesture first: the message is on the screen anyway.
  }
}

function note(audio: AudioContext, to: AudioNode, hertz: number, after: number): void {
  const tone = audio.createOscillator();
  tone.frequency.value = hertz;
  tone.connect(to);
  tone.start(audio.currentTime + after);
  tone.stop(audio.currentTime + after + 0.25);
}
